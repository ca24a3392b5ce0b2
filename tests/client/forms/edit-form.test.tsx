// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EditForm } from '../../../client/src/forms/EditForm.tsx';
import { TextField } from '../../../client/src/forms/fields.tsx';

interface Said {
  readonly course: string;
  readonly question: string;
}

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 50));

function form(answers: Said, saved: [Said, Said][], onDone = () => {}) {
  return (
    <EditForm<Said>
      draft="test"
      answers={answers}
      problemsOf={() => []}
      save={async (said, was) => {
        saved.push([said, was]);
        return saved.length > 1;
      }}
      fields={({ answers: now, change, problems }) => (
        <>
          <TextField
            field="course"
            label="Course"
            value={now.course}
            most={99}
            problems={problems}
            onText={(course) => change({ course })}
          />
          <TextField
            field="question"
            label="Question"
            value={now.question}
            most={99}
            problems={problems}
            onText={(question) => change({ question })}
          />
        </>
      )}
      onDone={onDone}
    />
  );
}

it('shows what somebody else wrote meanwhile at the field, keeps what is typed, and sends both', async () => {
  const saved: [Said, Said][] = [];
  const was = { course: 'Law', question: '' };
  const { rerender, container } = render(form(was, saved));
  const [course] = screen.getAllByRole('textbox');
  if (!course) throw new Error('no field');
  fireEvent.input(course, { target: { value: 'Art' } });
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  await settled();
  expect(saved).toEqual([[{ course: 'Art', question: '' }, was]]);
  const now = { course: 'History', question: 'Theirs' };
  rerender(form(now, saved));
  await settled();
  expect(screen.getByRole('alert').textContent).toContain('“History”');
  expect(screen.getAllByRole('textbox').map((field) => (field as HTMLInputElement).value)).toEqual(['Art', 'Theirs']);
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  await settled();
  expect(saved.at(-1)).toEqual([{ course: 'Art', question: 'Theirs' }, now]);
});
