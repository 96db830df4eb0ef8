/** Registers `<fv-activation-text>`. */
import '../components/activation-text/define';
