import { messages } from 'virtual:messages/console/en';
import { render } from 'preact';
import '../kit/theme.css';
import { addWords } from '../kit/words.ts';
import { App } from './App.tsx';
import './console.css';
import './shell/controls.css';
import './shell/boxes.css';
import './shell/door.css';
import './events/events.css';
import './shell/frame.css';

addWords(messages);
const root = document.getElementById('app') ?? document.body;
render(<App />, root);
