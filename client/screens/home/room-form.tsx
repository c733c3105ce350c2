import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { parseRoomName } from '../../../shared/protocol/index.ts';
import { home } from '../../i18n/home.ts';
import { say } from '../../i18n/phrase.ts';
import { inventRoomName } from '../room-names.ts';
import { roomPath } from '../route.ts';

/** A field for a room name, filled with a made-up one, and the button that enters it (R1). */
export function RoomForm(): VNode {
  const [name, setName] = useState(() => inventRoomName(Math.random));
  const [refused, setRefused] = useState(false);
  const enter = (event: Event): void => {
    event.preventDefault();
    const room = parseRoomName(name.trim());
    setRefused(!room.ok);
    if (room.ok) location.assign(roomPath(room.value));
  };
  return (
    <form class="room-form" onSubmit={enter} noValidate>
      <label for="room-name">{say(home.roomName)}</label>
      <div class="room-row">
        <input
          id="room-name"
          value={name}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={80}
          aria-invalid={refused}
          aria-describedby={refused ? 'room-refused' : 'room-hint'}
          onInput={(event) => {
            setName(event.currentTarget.value);
            setRefused(false);
          }}
        />
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setName(inventRoomName(Math.random));
            setRefused(false);
          }}
        >
          {say(home.another)}
        </button>
        <button type="submit" class="main-button">
          {say(home.enter)}
        </button>
      </div>
      {refused ? (
        <p id="room-refused" class="refused" role="alert">
          {say(home.badName)}
        </p>
      ) : (
        <p id="room-hint" class="hint">
          {say(home.roomHint)}
        </p>
      )}
    </form>
  );
}
