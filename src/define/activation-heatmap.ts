/** Registers `<fv-activation-heatmap>`. */
import '../components/activation-heatmap/define';
