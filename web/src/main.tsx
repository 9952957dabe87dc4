import { render } from 'preact';
import './styles/base.css';
import './styles/filter.css';
import './styles/list.css';
import './styles/first-run.css';
import './styles/layers.css';
import './styles/layer-bar.css';
import './styles/panel.css';
import './styles/cards.css';
import './styles/reader.css';
import './styles/print.css';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) render(<App />, root);
