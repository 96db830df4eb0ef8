/** The one-file build for a plain `<script type="module">`: registers every element, exports every name. */
import './define';

export * from './index';
