/** Registers every `fv-*` element. */
import './define/embedding-map';
