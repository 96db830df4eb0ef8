/** Registers `<fv-attention>`. */
import '../components/attention/define';
