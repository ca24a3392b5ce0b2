// in this order: later sheets refine earlier ones
import '../kit/theme.css';
import '../kit/kit.css';
import './phone.css';
import './card.css';
import './go.css';
import './foot.css';
import './notes.css';
import './bar.css';
import './pass.css';
import './small.css';
