/** What is chosen to be printed, how many doors that are, and the request that makes a batch of it. */
import { useState } from 'react';
import { printingRoutes } from '@sevengrid/shared/cards/printing.routes';
import type { BatchChoice, MakeBatch } from '@sevengrid/shared/cards/printing.requests';
import type { CardBatchView, CardBuildingView } from '@sevengrid/shared/cards/printing.views';
import type { CardEnding } from '@sevengrid/shared/cards/requests';
import { go } from '../../../platform/navigate';
import { useDo, type Doing } from '../../../use';

export const WHERES = ['grid', 'building', 'doors'] as const;

interface Form {
  where: (typeof WHERES)[number];
  buildings: readonly CardBuildingView[];
  buildingId: string | undefined;
  /** Ids of households. */
  chosen: readonly string[];
  which: BatchChoice;
  replaces: CardEnding | undefined;
}

export interface PrintChoice {
  form: Form;
  put: (change: Partial<Omit<Form, 'buildings'>>) => void;
  /** Doors that each of the three ways would print. */
  counts: Record<BatchChoice, number>;
  /** Doors that the batch would have. */
  count: number;
  making: Doing<typeof printingRoutes.make>;
  make: () => void;
}

export function countsOf(buildings: readonly CardBuildingView[]): Record<BatchChoice, number> {
  const sum = (of: (building: CardBuildingView) => number): number =>
    buildings.reduce((all, building) => all + of(building), 0);
  return {
    missing: sum(({ missing }) => missing),
    unprinted: sum(({ missing, unprinted }) => missing + unprinted),
    all: sum(({ households }) => households),
  };
}

/** Only what belongs to the way chosen. */
export function requestOf(gridId: string, { where, buildingId, chosen, which, replaces }: Form): MakeBatch {
  return {
    gridId,
    ...(where === 'building' && buildingId ? { buildingId } : {}),
    ...(where === 'doors' ? { householdIds: [...chosen], which: 'all' } : { which }),
    ...(replaces ? { replaces } : {}),
  };
}

export function usePrintChoice(gridId: string, buildings: readonly CardBuildingView[]): PrintChoice {
  const [kept, setForm] = useState<Omit<Form, 'buildings'>>({
    where: 'grid',
    buildingId: undefined,
    chosen: [],
    which: 'unprinted',
    replaces: undefined,
  });
  const form = { ...kept, buildings };
  const opened = ({ id }: CardBatchView): void => go('cards/print', { batchId: id });
  const making = useDo(printingRoutes.make, { then: opened });
  const of = form.where === 'building' ? buildings.filter(({ id }) => id === form.buildingId) : buildings;
  const counts = countsOf(of);
  return {
    form,
    put: (change) => setForm((before) => ({ ...before, ...change })),
    counts,
    count: form.where === 'doors' ? form.chosen.length : counts[form.which],
    making,
    make: () => void making.run({ body: requestOf(gridId, form) }),
  };
}
