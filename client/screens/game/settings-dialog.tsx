import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Refusal } from '../../../shared/base/result.ts';
import { defaultSettings, limitsFor, settingsLimits } from '../../../shared/battle/index.ts';
import { common } from '../../i18n/common.ts';
import { say, type Phrase } from '../../i18n/phrase.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { settingsForm, settingsTexts } from '../../i18n/settings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { recallJson, remember } from '../../ui/memory.ts';
import { maySettle } from './next-action.ts';
import { useRoom, type RoomOutlook } from './room-context.ts';
import {
  draftOf,
  numberFields,
  readDraft,
  refusedField,
  rememberedSettings,
  type SettingsDraft,
} from './settings-form.ts';

type NumberField = (typeof numberFields)[number];

const units: Readonly<Record<NumberField, Phrase>> = {
  width: settingsForm.cells,
  height: settingsForm.cells,
  gold: settingsForm.pieces,
  walls: settingsForm.cells,
  codingTime: settingsForm.seconds,
  turns: settingsForm.times,
  turnTime: settingsForm.milliseconds,
};

export interface SettingsDialogProps {
  readonly outlook: RoomOutlook;
  readonly onClose: () => void;
}

/** The form that makes a new field by other settings (R6, R7). */
export function SettingsDialog({ outlook: { state, me }, onClose }: SettingsDialogProps): VNode {
  const { ask } = useRoom();
  const [draft, setDraft] = useState(() =>
    draftOf(recallJson('settings', rememberedSettings) ?? state.settings),
  );
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const allowed = maySettle(state, me);
  const inEntry = state.phase.kind === 'entry';
  const change = (field: keyof SettingsDraft, text: string): void => {
    setDraft({ ...draft, [field]: text });
    setRefusal(null);
  };
  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    const settings = readDraft(draft);
    if (!settings.ok) {
      setRefusal(settings.refusal);
      return;
    }
    if (!(await ask({ kind: 'make field', settings: settings.value }))) return;
    remember('settings', JSON.stringify(settings.value));
    onClose();
  };
  const at = refusal === null ? null : refusedField(refusal);
  return (
    <Dialog title={say(settingsForm.title)} onClose={onClose} class="settings">
      <form onSubmit={(event) => void make(event)} noValidate>
        <fieldset disabled={!allowed || !inEntry}>
          <div class="settings-grid">
            {numberFields.map((field) => (
              <NumberInput
                key={field}
                field={field}
                draft={draft}
                refusal={at === field ? refusal : null}
                onChange={(text) => change(field, text)}
              />
            ))}
            <label class="setting setting-layout">
              <span>{say(settingsTexts.layout)}</span>
              <select
                value={draft.layout}
                onChange={(event) => change('layout', event.currentTarget.value)}
              >
                <option value="mirrored">{say(settingsForm.mirrored)}</option>
                <option value="random">{say(settingsForm.random)}</option>
              </select>
            </label>
          </div>
        </fieldset>
        {!inEntry && <p class="hint">{say(settingsForm.notNow)}</p>}
        {inEntry && !allowed && <p class="hint">{say(settingsForm.mayNot)}</p>}
        <div class="dialog-buttons">
          <button
            type="button"
            class="quiet"
            disabled={!allowed || !inEntry}
            onClick={() => {
              setDraft(draftOf(defaultSettings));
              setRefusal(null);
            }}
          >
            {say(settingsForm.defaults)}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {say(common.cancel)}
          </button>
          <button type="submit" class="main-button" disabled={!allowed || !inEntry}>
            {say(settingsForm.apply)}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface NumberInputProps {
  readonly field: NumberField;
  readonly draft: SettingsDraft;
  readonly refusal: Refusal | null;
  readonly onChange: (text: string) => void;
}

function NumberInput({ field, draft, refusal, onChange }: NumberInputProps): VNode {
  const { min, max } = shownLimits(field, draft);
  const id = `setting-${field}`;
  return (
    <div class="setting">
      <label for={id}>{say(settingsTexts[field])}</label>
      <span class="setting-row">
        <input
          id={id}
          inputMode="numeric"
          value={draft[field]}
          aria-invalid={refusal !== null}
          aria-describedby={`${id}-note`}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <span class="unit">{say(units[field])}</span>
      </span>
      {refusal === null ? (
        <span id={`${id}-note`} class="hint">
          {say(settingsForm.range, min, max)}
        </span>
      ) : (
        <span id={`${id}-note`} class="refused" role="alert">
          {refusalText(refusal.code, refusal.details)}
        </span>
      )}
    </div>
  );
}

/** What a number may be beside the others as they stand in the form. */
function shownLimits(field: NumberField, draft: SettingsDraft): { min: number; max: number } {
  const [width, height, walls] = [draft.width, draft.height, draft.walls].map(Number);
  const sized = { width: width ?? 0, height: height ?? 0, walls: walls ?? 0 };
  const possible = limitsFor(sized)[field];
  const sane = Number.isFinite(possible.max) && possible.max >= possible.min;
  const { min, max } = sane ? possible : settingsLimits[field];
  return field === 'codingTime' ? { min: min / 1000, max: max / 1000 } : { min, max };
}
