/** Registers `<fv-training-curves>`. */
import '../components/training-curves/define';
