import type { Words } from '../en/en.ts';

export const frame: Words['frame'] = {
  skip: 'Aller au contenu',
  today: 'Aujourd’hui',
  invoices: 'Factures',
  outbox: 'Messages',
  pages: 'Pages',
  signOut: 'Se déconnecter',
  creditor: 'Créancier',
  change: 'Changer',
  keysOpen: 'Clavier',
  keysTitle: 'Clavier',
  keysOn: 'Activer les touches',
  keysOff: 'Désactiver les touches',
  keysAreOff: 'Les touches sont désactivées.',
  close: 'Fermer',
  keys: { next: 'ligne suivante', previous: 'ligne précédente', open: 'ouvrir', help: 'cette aide' },
  sendingOff: 'L’envoi est coupé : rien ne part, chaque e-mail reste ici, dans les messages.',
  sendingTest: 'L’envoi est en essai : chaque e-mail va à une seule adresse de la maison.',
  page: (page, of) => `Page ${page} sur ${of}`,
  previousPage: 'Précédente',
  nextPage: 'Suivante',
};

export const signIn: Words['signIn'] = {
  title: 'Se connecter',
  lead: 'Chaque facture est suivie jusqu’à son règlement ; voici ce qui attend une personne.',
  key: 'Clé d’API',
  keyHint: 'De portée operator ou admin. Sur un poste seul, npm start l’affiche.',
  name: 'Votre nom',
  nameHint: 'Il est écrit à côté de tout ce que vous faites.',
  submit: 'Se connecter',
  wrongKey: 'Cette clé n’ouvre rien ici : elle est inconnue, révoquée, ou n’a ni la portée operator ni admin.',
  noName: 'Il manque votre nom.',
  noCreditor: 'Il n’y a pas encore de créancier pour cette clé.',
  tooMany: 'Trop d’essais. Attendez une minute.',
};

export const problems: Words['problems'] = {
  back: 'Revenir à aujourd’hui',
  notFound: 'Introuvable',
  notFoundText: 'Il n’y a rien à cette adresse, ou cela appartient à un autre créancier.',
  refused: 'Impossible pour l’instant',
  otherSite: 'Cette demande venait d’un autre site : elle a été refusée. Rien n’a changé.',
  away: 'La base de données ne répond pas',
  awayText: 'Rien n’a changé. Réessayez dans un instant.',
  failed: 'Une erreur s’est produite ici',
  failedText: 'Le numéro de la demande la retrouve dans le journal :',
};
