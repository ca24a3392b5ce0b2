// in this order: later sheets refine earlier ones
import '../kit/theme.css';
import '../kit/kit.css';
import './display.css';
import './moving.css';
import './over.css';
import './stacked.css';
import './names.css';
import './setup.css';
import './bright.css';
