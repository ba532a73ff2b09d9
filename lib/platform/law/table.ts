import type { ProjectRole, Role } from '@/generated/prisma/enums'

/** The roles somebody can have in the municipality they work in. A guest has none where they are a guest. */
export const workRoles = ['member', 'portfolio_reader', 'portfolio_manager', 'municipality_admin'] as const satisfies Role[]
export type WorkRole = (typeof workRoles)[number]

/** What somebody can be to a thing. A room works it out from the facts of the thing; the law says what it gives. */
export const relations = [
  ...(['project_owner', 'project_manager', 'benefit_owner', 'project_support'] as const satisfies ProjectRole[]),
  ...(['steward', 'stand_in', 'author', 'programme_manager', 'self', 'asked', 'adopter'] as const),
] as const
export type Relation = (typeof relations)[number]

/** What somebody can be whatever the thing is. */
export type Standing =
  | 'visitor'
  /** Sets up the first connection of a municipality, or of KommIT. */
  | 'founder'
  /** As `founder`, but to become an advisor: what others have set up is theirs to come in by. */
  | 'founding_advisor'
  | 'advisor'
  | 'operator'
  /** Somebody at home in their municipality, whatever their role, or without any. */
  | 'colleague'
  /** An advisor whom the municipality has let in to read: nothing to any thing, whatever they made when they were more. */
  | 'let_in_to_read'
  | 'guest'
  | WorkRole

/** One line of the law. Whoever is one of `who` may; a guest only by being one of `guests`. */
export interface Rule {
  /** What the action is, as somebody does it. */
  does: string
  /** Whose the thing must be, seen from the municipality the actor acts in. Left out where it may be anybody's. */
  of?: 'own' | 'others'
  who: readonly (Standing | Relation)[]
  /** One of these roles is needed besides, of those from a municipality. */
  holding?: readonly WorkRole[]
  guests?: readonly ('guest' | Relation)[]
}

const employees = workRoles
const managers = ['portfolio_manager', 'municipality_admin'] as const
const administrator = ['municipality_admin'] as const
const inProject = ['project_owner', 'project_manager', 'benefit_owner', 'project_support'] as const
const people = ['colleague', 'advisor', 'operator'] as const
const guests = ['guest'] as const
/** Those who see what the municipality sees. */
const readers = ['colleague', 'let_in_to_read'] as const

/**
 * Who may do what. This is all of it: a `policy.ts` works out what the actor is to the thing and asks here, and decides nothing by itself.
 * Which rows there are at all is the database's to say.
 */
export const law = {
  'own.keep': { does: 'Looks after what is their own: sessions, news, letters, questions', who: people, guests },
  'desk.use': { does: 'Uses the desk of a municipality, and keeps views of its lists', who: readers, guests },
  'news.follow': {
    does: 'Follows projects, reports, themes and municipalities, keeps searches, and says how often to be told',
    who: ['colleague', 'advisor'],
  },

  'project.start': { does: 'Starts a project', who: employees },
  'project.read-inside': {
    does: 'Reads what the municipality keeps to itself of a project and its report',
    of: 'own',
    who: readers,
    guests,
  },
  'project.run': {
    does: 'Runs a project: writes in every part of it',
    of: 'own',
    who: [...managers, ...inProject],
    guests: inProject,
  },
  'project.share': {
    does: 'Says who else may read a project and take part in it, and who is in it',
    ...{ of: 'own', who: [...managers, 'project_owner', 'project_manager'] },
  },
  'project.name-owner': { does: 'Says who owns a project', of: 'own', who: [...managers, 'project_owner'] },
  'project.delete': { does: 'Deletes a project, and puts it back', of: 'own', who: [...managers, 'project_owner'] },
  'gate.decide': { does: 'Records what was decided at a decision point', of: 'own', who: [...managers, 'project_owner'] },
  'invitation.answer': { does: 'Answers when asked to be a guest in a project', who: ['colleague'], guests },
  'absence.register': { does: 'Registers when somebody is away', who: [...managers, 'self'], guests: ['self'] },

  'portfolio.manage': { does: 'Changes many projects at once, says how often they report, takes a starter pack', who: managers },
  'portfolio.see-deleted': { does: 'Finds every deleted project of the municipality', who: managers },
  'programme.make': { does: 'Makes a programme', who: managers },
  'programme.change': { does: 'Changes a programme', of: 'own', who: [...managers, 'programme_manager'] },
  'template.manage': { does: 'Looks after templates and phase models', who: managers },
  'idea.register': { does: 'Registers an idea', who: employees },
  'idea.edit': {
    does: 'Changes what is written of an idea; its author only until it is decided on',
    ...{ of: 'own', who: [...managers, 'author'], holding: employees },
  },
  'idea.assess': { does: 'Scores an idea, decides on it and makes a project of it', of: 'own', who: managers },

  'report.write': { does: 'Writes the report of a project', of: 'own', who: [...managers, ...inProject] },
  'report.publish': { does: 'Publishes a report, and takes it back', of: 'own', who: [...managers, ...inProject] },
  'report.answer-for': {
    does: 'Answers for a report: confirms it, follows up its effects, answers those who find it outdated, names its steward',
    ...{ of: 'own', who: [...managers, ...inProject, 'steward', 'stand_in'] },
  },
  'report.see-steward': { does: 'Sees who answers for a report', of: 'own', who: readers },
  'report.hand-over': { does: 'Hands over what others answer for', who: managers },
  'report.flag': { does: 'Says why a report no longer holds', who: ['colleague', 'advisor'] },
  'report.flag-unnamed': { does: 'Says that an open report no longer holds, by a fixed reason', who: ['visitor'] },
  'publication.approve': { does: 'Looks at what others want to publish', who: managers },
  'publication.rule': { does: 'Decides who may publish how widely', who: administrator },

  'sharing.copy': { does: 'Copies home what they can read', of: 'others', who: ['member'] },
  'improvement.see': { does: 'Sees what is offered to and from a project', of: 'own', who: readers },
  'improvement.exchange': { does: 'Takes and offers improvements', of: 'own', who: [...managers, ...inProject] },
  'reuse.say': { does: 'Says how their municipality uses a report', of: 'others', who: ['member'] },
  'reuse.answer': {
    does: 'Confirms what their municipality has said of its use, or denies what it is believed to use',
    of: 'own',
    who: ['member'],
  },
  'reuse.propose': { does: 'Says whom they believe uses a report', of: 'own', who: ['member'] },
  'recommendation.discuss': { does: 'Writes under what others say of a report, and takes it back', who: ['colleague'] },
  'recommendation.give': { does: 'Says what their municipality, which uses a report, thinks of it', who: ['adopter'] },
  'recommendation.withdraw': { does: 'Takes back what their municipality has said of a report', of: 'own', who: ['colleague'] },
  'question.ask': { does: 'Asks those who have done it, or everybody', who: ['member', 'advisor'] },
  'question.answer': { does: 'Answers a question', who: ['asked', 'advisor'], holding: ['member'] },
  'fit.answer': { does: 'Says how it is at home, where a report takes something for granted', who: employees },
  'plan.read': { does: 'Reads what municipalities plan', who: [...people, 'let_in_to_read'], guests },
  'plan.compare': { does: 'Sees which plans of others are like a project of their own', who: [...employees, 'let_in_to_read'] },
  'plan.share': { does: 'Lets others see a plan, or hides it', of: 'own', who: [...managers, ...inProject], holding: employees },
  'plan.join': { does: 'Says that their municipality is in on a plan', of: 'others', who: ['member'] },
  'plan.leave': { does: 'Says that their municipality is in no longer', who: employees },

  'people.administer': { does: 'Looks after the people of the municipality, their roles and sessions', who: administrator },
  'advisor.let-in': { does: 'Lets advisors of KommIT in to the municipality for a while, and out again', who: administrator },
  'collaboration.choose': { does: 'Decides which collaborations the municipality is in', who: administrator },
  'connection.set-up': { does: 'Sets up the doors of their own municipality', who: [...administrator, 'founder'] },
  'nation.operate': {
    does: 'Lets municipalities in and out, carries out reforms, invites founders, minds letters',
    who: ['operator'],
  },
  'nation.curate': {
    does: 'Curates what is shared: reviews, advice, features, guides, packs, duplicates, evaluations',
    who: ['advisor'],
  },
  'advisor.go-in': { does: 'Goes in to a municipality that has let them in', who: ['advisor'] },
  'connection.approve': { does: 'Approves, returns and closes doors', who: ['operator'] },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof law
export const actions = Object.keys(law) as Action[]
