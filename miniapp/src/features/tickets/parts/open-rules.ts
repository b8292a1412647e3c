/** What is filled in to file an appeal, and the request it becomes: every rule of the form that is not the server's. */
import { phoneDigits } from '@sevengrid/shared/kernel/digits';
import { soundsDangerous } from '@sevengrid/shared/tickets/danger';
import type { OpenTicket, Party } from '@sevengrid/shared/tickets/requests';
import { CONSENTS, type Channel, type Consent } from '@sevengrid/shared/tickets/terms';
import type { CategoryView } from '@sevengrid/shared/tickets/views';

/** Who fills it in: a guest with a card, a resident, a central household for a neighbour, staff for anybody. */
export type Filer = 'guest' | 'resident' | 'central' | 'staff';

export interface OpenForm {
  categoryId: string;
  words: string;
  /** Keys of what was taken along. */
  photos: string[];
  voice: string;
  place: string;
  /** A guest or resident speaks for somebody else. */
  forOther: boolean;
  otherName: string;
  otherPhone: string;
  consent: Consent;
  /** How a guest can be reached; for staff and central households: who asked. */
  askerName: string;
  askerPhone: string;
  /** Who asked, where staff found them in the household's register; blank while it is typed instead. */
  residentId: string;
  householdId: string;
  /** Building and door of the household chosen, to show it again in a restored draft. */
  household: string;
  gridId: string;
  channel: Channel;
}

export const BLANK: OpenForm = {
  categoryId: '',
  words: '',
  photos: [],
  voice: '',
  place: '',
  forOther: false,
  otherName: '',
  otherPhone: '',
  consent: 'verbal',
  askerName: '',
  askerPhone: '',
  residentId: '',
  householdId: '',
  household: '',
  gridId: '',
  channel: 'phone',
};

function party(name: string, phone: string): Party {
  const digits = phoneDigits(phone);
  return { name: name.trim(), ...(digits === '' ? {} : { phone: digits }) };
}

const typed = (name: string, phone: string): boolean => name.trim() !== '' || phone.trim() !== '';

/** For whom staff or a central household file: they always name who asked and how that person agreed. */
function filedFor(form: OpenForm, filer: Filer): Partial<OpenTicket> {
  const { residentId, forOther, askerName, askerPhone, otherName, otherPhone } = form;
  return {
    ...(residentId ? { residentId } : { requester: party(askerName, askerPhone) }),
    ...(forOther ? { beneficiary: party(otherName, otherPhone) } : {}),
    consent: form.consent === 'self' ? 'verbal' : form.consent,
    channel: filer === 'central' ? 'central' : form.channel,
    ...(form.householdId ? { householdId: form.householdId } : {}),
    ...(!form.householdId && form.gridId ? { gridId: form.gridId } : {}),
  };
}

function filedAsOneself(form: OpenForm, filer: Filer): Partial<OpenTicket> {
  const { forOther, askerName, askerPhone } = form;
  return {
    consent: forOther ? form.consent : 'self',
    channel: filer === 'guest' ? 'card_scan' : 'mini',
    ...(forOther ? { beneficiary: party(form.otherName, form.otherPhone) } : {}),
    ...(filer === 'guest' && typed(askerName, askerPhone) ? { requester: party(askerName, askerPhone) } : {}),
  };
}

/** How somebody agreed to be spoken for. */
export const SPOKEN_FOR = CONSENTS.filter((consent) => consent !== 'self');

export const filesForOthers = (filer: Filer): boolean => filer === 'central' || filer === 'staff';

/** Words, or a voice in their place; photos beside either. */
export function withVoice({ words, photos, voice }: Pick<OpenForm, 'words' | 'photos' | 'voice'>): Said {
  const written = words.trim();
  return {
    ...(written === '' && voice !== '' ? {} : { words: written }),
    ...(photos.length > 0 ? { photoIds: photos } : {}),
    ...(voice === '' ? {} : { voiceId: voice }),
  };
}

type Said = Pick<OpenTicket, 'words' | 'photoIds' | 'voiceId'>;

/** The request; what was folded away or left blank is not in it. */
export function toRequest(form: OpenForm, filer: Filer): OpenTicket {
  return {
    categoryId: form.categoryId,
    ...withVoice(form),
    ...(form.place.trim() === '' ? {} : { place: form.place.trim() }),
    ...(filesForOthers(filer) ? filedFor(form, filer) : filedAsOneself(form, filer)),
  } as OpenTicket;
}

/** Staff and central households must say for whom, before the server would have to ask. */
export const lacksPlace = (form: OpenForm, filer: Filer): boolean =>
  filesForOthers(filer) && form.householdId === '' && (filer === 'central' || form.gridId === '');

/** Danger to life, by what was chosen or by what was written: the emergency numbers come first. */
export const isDanger = (form: Pick<OpenForm, 'words'>, category: Pick<CategoryView, 'danger'> | undefined): boolean =>
  Boolean(category?.danger) || soundsDangerous(form.words);

/** Danger first, then the community's own order. */
export const dangerFirst = (categories: readonly CategoryView[]): CategoryView[] => [
  ...categories.filter(({ danger }) => danger),
  ...categories.filter(({ danger }) => !danger),
];
