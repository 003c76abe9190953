const MAX_BYTES_A_CHARACTER = 3;
const encoder = new TextEncoder();
/** Where every text is put together, one after another; what is kept of it is cut out. */
let desk = new Uint8Array(64 * 1024);

/** A text in UTF-8 that is put together of stretches of a former one and of what is new. Finish one before the next. */
export class SplicedText {
  readonly #former: Uint8Array;
  /** Written so far. */
  #end = 0;
  /** Of the former text, to be written next: stretches that stand side by side are copied in one go. */
  #from = 0;
  #to = 0;

  constructor(former: Uint8Array) {
    this.#former = former;
  }

  get length(): number {
    return this.#end + this.#to - this.#from;
  }

  /** Takes over a stretch of the former text: its bytes from `start` to before `end`. */
  take(start: number, end: number): void {
    if (start !== this.#to) {
      this.#copy();
      this.#from = start;
    }
    this.#to = end;
  }

  write(text: string): void {
    this.#copy();
    makeRoom(this.#end + text.length * MAX_BYTES_A_CHARACTER);
    this.#end += encoder.encodeInto(text, desk.subarray(this.#end)).written;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    this.#copy();
    return desk.slice(0, this.#end);
  }

  #copy(): void {
    const length = this.#to - this.#from;
    if (length > 0) {
      makeRoom(this.#end + length);
      desk.set(this.#former.subarray(this.#from, this.#to), this.#end);
      this.#end += length;
    }
    this.#from = this.#to;
  }
}

function makeRoom(bytes: number): void {
  if (bytes <= desk.length) return;
  const larger = new Uint8Array(bytes * 2);
  larger.set(desk);
  desk = larger;
}
