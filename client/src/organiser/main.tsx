import { render } from 'preact';
import '../kit/theme.css';
import { App } from './App.tsx';
import './console.css';
import './shell/controls.css';
import './shell/boxes.css';
import './shell/door.css';
import './events/events.css';
import './shell/frame.css';

const root = document.getElementById('app') ?? document.body;
render(<App />, root);
