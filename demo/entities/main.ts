import type { FvDependencyTree } from '../../src/components/dependency-tree/fv-dependency-tree';
import type { FvEntityText } from '../../src/components/entity-text/fv-entity-text';
import { parseConllu } from '../../src/engine/formats/conllu';
import { siteSettings, startPage } from '../shared/start-page';
import { baselineParse } from './baseline-parser';
import parserCode from './baseline-parser?raw';
import goldTrees from './gold-trees.conllu?raw';
import { entitiesUrl } from './load-tagger';
import { connectOwnText } from './own-text';
import { showTested, showTrees } from './sample';
import sampleCode from './sample?raw';
import taggerCode from './sequence-tagger?raw';
import { ENTITY_PAGE_STRINGS } from './strings';
import featuresCode from './token-features?raw';
import trainingCode from './train-tagger?raw';

const { initial, defaults } = siteSettings();
const strings = ENTITY_PAGE_STRINGS[initial.lang];
const samples = [
  { title: strings.codeSample, code: sampleCode }, { title: strings.codeTagger, code: taggerCode }, { title: strings.codeFeatures, code: featuresCode },
  { title: strings.codeTraining, code: trainingCode }, { title: strings.codeParser, code: parserCode },
];
startPage({ title: 'entities', initial, defaults, strings, samples });

showTested(document.querySelector<FvEntityText>('#tested')!, entitiesUrl('test.tsv'));
connectOwnText(document.querySelector('form#own')!, document.querySelector<FvEntityText>('#found')!, strings);
const { value: gold } = parseConllu(goldTrees);
showTrees(document.querySelector<FvDependencyTree>('#trees')!, gold.map((sentence) => baselineParse(sentence)), gold);
