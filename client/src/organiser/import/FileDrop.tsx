import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import { t } from '../words.ts';

/** Where a file is dropped or chosen. */
export function FileDrop({ onFile, fileName }: { onFile: (file: File) => void; fileName: string }) {
  const [over, setOver] = useState(false);
  return (
    // the label is the drop zone; the field inside it is the way without a mouse
    <label
      class={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer?.files[0];
        if (dropped) onFile(dropped);
      }}
    >
      <Icon name="upload" size="32px" />
      <b>{fileName === '' ? t('import.choose') : <Name of={fileName} />}</b>
      <span class="quiet">{t('import.formats')}</span>
      <input
        type="file"
        accept=".csv,.tsv,.txt,.xls,.xlsx,text/csv"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen) onFile(chosen);
        }}
      />
    </label>
  );
}
