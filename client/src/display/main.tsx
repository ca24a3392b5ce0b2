import '../kit/theme.css';
import './display.css';
import { render } from 'preact';
import { createLiveModel } from '../kit/live-model.ts';
import { openLink } from '../kit/open-link.ts';
import { createBell } from './bell.ts';
import { DisplayApp } from './DisplayApp.tsx';
import { Loading, WrongLink } from './DisplayScreen.tsx';

const path = location.pathname.replace(/\/+$/u, '');
const app = document.getElementById('app') as HTMLElement;

render(<Loading />, app);
// without a secret there may be a cookie from an earlier opening: the live connection then says whether it is good
const opened = await openLink<undefined>(`${path}/session`);
if (opened !== null && !opened.ok) render(<WrongLink />, app);
else render(<DisplayApp model={createLiveModel(`${path}/live`, 5_000)} bell={createBell()} />, app);
