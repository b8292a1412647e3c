/** Households: search by building and door, or one of them with its people. */
import { useQueryOf } from '../../../use';
import { HouseholdPanel } from '../parts/household-panel';
import { HouseholdSearch } from '../parts/household-search';
import '../../../texts/apart/grids';

export default function Household() {
  const { id, gridId, wants } = useQueryOf<{ id?: string; gridId?: string; wants?: string }>();
  return id ? <HouseholdPanel id={id} /> : <HouseholdSearch gridId={gridId} forCards={wants === 'cards'} />;
}
