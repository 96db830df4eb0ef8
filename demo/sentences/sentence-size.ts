/** Length of a sentence's vector, and of the state of a piece. */
export const DIMENSIONS = 512;
