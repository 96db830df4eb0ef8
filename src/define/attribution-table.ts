/** Registers `<fv-attribution-table>`. */
import '../components/attribution-table/define';
