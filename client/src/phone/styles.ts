// in this order: later sheets refine earlier ones
import '../kit/theme.css';
import './phone.css';
import './card.css';
import './go.css';
import './small.css';
