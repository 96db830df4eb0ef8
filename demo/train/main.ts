import { siteSettings, startPage } from '../shared/start-page';
import lstmCode from './model/lstm?raw';
import modelCode from './model/character-model?raw';
import showCode from './sample?raw';
import { TRAIN_STRINGS } from './strings';
import { defaultTrainSettings, parseTrainSettings, trainFields } from './train-settings';
import trainerCode from './trainer?raw';
import { TrainingPage } from './training-page';

const site = siteSettings();
const defaults = defaultTrainSettings(site.defaults);
const initial = parseTrainSettings(location.search, site.initial, defaults);
const strings = TRAIN_STRINGS[initial.lang];
const page = new TrainingPage(initial);

startPage({
  title: 'train',
  initial,
  defaults,
  strings,
  samples: [
    { title: strings.codeShow, code: showCode },
    { title: strings.codeTrainer, code: trainerCode },
    { title: strings.codeModel, code: modelCode },
    { title: strings.codeLstm, code: lstmCode },
  ],
  fields: trainFields(document.querySelector<HTMLFormElement>('#settings')!, initial),
  onChange(settings) {
    page.settings = settings;
  },
});
