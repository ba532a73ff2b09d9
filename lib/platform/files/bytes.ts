/** Reads numbers and texts out of bytes that may end anywhere: beyond the end there are zeros. */
export class Bytes {
  private readonly view: DataView

  constructor(readonly all: Uint8Array) {
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }

  get length(): number {
    return this.all.length
  }

  u16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.view.getUint16(at, true) : 0
  }

  u32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.view.getUint32(at, true) : 0
  }

  slice(from: number, length: number): Uint8Array {
    return from < 0 || length < 0 ? new Uint8Array() : this.all.subarray(from, from + length)
  }

  /** As signs of one byte each: enough to compare with names and marks. */
  text(from: number, length: number): string {
    return Buffer.from(this.slice(from, length)).toString('latin1')
  }

  startsWith(mark: string, at = 0): boolean {
    return this.text(at, mark.length) === mark
  }
}
