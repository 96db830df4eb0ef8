/** Registers `<fv-activation-compare>`, and `<fv-activation-text>`, of which it holds three. */
import '../components/activation-compare/define';
