// All elements at once …
import 'flair-visual/define';

// … or only those of a page: the others are never loaded.
import 'flair-visual/define/embedding-map';
import 'flair-visual/define/training-curves';
