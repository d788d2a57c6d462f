// Our agenda as a month: the same page and server, `vue=mois`.
import ours, { PATH } from './ours.mjs';

export default {
  ...ours, name: 'ours-month', path: () => `${PATH}&vue=mois&mois=2018-10`,
  scope: 'grid', month: '2018-10', row: '.cell-event', more: '.cell-more', next: '.month-next',
};
