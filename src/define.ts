/** Registers every `fv-*` element. */
import './define/activation-text';
import './define/embedding-map';
