// tfjs' GPU backends run small operations of their own on the CPU, by functions of its CPU backend. Our kernels are not
// among them: in our bundles that module is empty, and what the backends take from it is undefined.
export const simpleAbsImpl = undefined;
