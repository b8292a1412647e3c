/** Photos and voices, to be taken and to be looked at; their words travel with them into the sub-packages that use them. */
import '../../texts/apart/media';
import './media.scss';

export { MediaFields } from './media-fields';
export { MediaShown } from './media-shown';
export { PhotoField } from './photo-field';
export { VoiceField } from './voice-field';
