/**
 * Given names that are common in Norway, by which «Fornavn Etternavn» is suspected. Few and sure: a name that is also an ordinary
 * word at the start of a sentence, or a place, is left out.
 */
const given =
  'Aase Abdi Adam Agnes Ahmed Aleksander Alexander Alf Ali Amina Anders Andreas Anette Anita Anja Anna Anne Anniken Arild Arne Arvid Asbjørn ' +
  'Astrid Atle Aud Aurora Beate Bente Berit Birgit Birgitte Bjarne Bjørg Bjørn Bodil Brit Britt Camilla Carina Caroline Cathrine Cecilie ' +
  'Christian Christina Christine Christoffer Dag Daniel David Ebba Egil Einar Eirik Eivind Elin Elisabeth Ella Ellen Else Emil Emilie ' +
  'Emma Endre Erik Erling Espen Eva Fatima Filip Fredrik Frida Frode Geir Gerd Gro Grete Gry Gudrun Gunn Gunnar Guro Hanna Hanne ' +
  'Hans Harald Hassan Hege Heidi Helene Helge Henriette Henrik Hilde Håkon Håvard Ida Inga Inge Ingeborg Inger Ingrid Ingvild Ivar Jakob ' +
  'Jan Janne Jens Jenny Joakim Johan Johannes John Jon Jonas Jorunn Julie Jørgen Jørn Kai Kari Karin Karl Karoline Kathrine Kirsten Kjell ' +
  'Kjersti Kjetil Knut Kristian Kristin Kristine Kristoffer Kåre Lars Laila Lasse Leif Lene Line Linda Linn Lisbeth Lise Liv Magne Magnus Maja ' +
  'Malin Margit Mari Maria Marianne Marit Marius Markus Marte Martin Mathias Merete Mette Mia Mohamed Mohammed Mona Monica Morten Nils Nina ' +
  'Nora Odd Oddvar Olav Ole Oliver Oskar Ottar Per Petter Pål Ragnar Ragnhild Randi Reidar Reidun Roar Robert Roger Rolf Ronny Rune Ruth ' +
  'Sander Sara Sebastian Sigrid Sigurd Silje Sindre Siri Sissel Siv Solveig Stian Stine Stein Svein Sverre Synnøve Terje Thomas Thor ' +
  'Tobias Tom Tommy Tor Torbjørn Tore Torill Torgeir Tormod Torstein Trine Trond Trude Turid Tuva Unni Vegard Vibeke Vidar Vigdis ' +
  'Øystein Øyvind Åge Åse Åshild'

export const givenNames: ReadonlySet<string> = new Set(given.split(' '))
