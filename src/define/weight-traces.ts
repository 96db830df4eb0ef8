/** Registers `<fv-weight-traces>`. */
import '../components/weight-traces/define';
