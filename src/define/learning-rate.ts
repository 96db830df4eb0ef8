/** Registers `<fv-learning-rate>`. */
import '../components/learning-rate/define';
