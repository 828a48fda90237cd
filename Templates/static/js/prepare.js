// The secretary's page: follows the meeting, uploads papers, changes them where they stand.

import './live.js';
import './attendance.js';
import './upload.js';
import './document-table.js';
import './section-nav.js';
import { AgendaOrder } from './agenda-order.js';
import { Signatures } from './signatures.js';

new AgendaOrder();
new Signatures();
