/** Stands where embedding-atlas imports Mosaic, whose database its plain view does not use. */
function absent(): never {
  throw new Error('Expected the plain view of embedding-atlas, received a call of Mosaic.');
}

export { absent as coordinator, absent as makeClient };
export const isSelection = (): boolean => false;
