// What every page has.

import './theme.js';
import './menus.js';
import './dialogs.js';
import './actions.js';
import './api-form.js';
import './clock.js';
import './sign-out.js';
