/** What a report carries: the elements that draw it. */
import '../learning-rate/define';
import '../training-curves/define';
import '../weight-traces/define';
