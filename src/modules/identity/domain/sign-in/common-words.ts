/**
 * Words that passwords are made of, here and elsewhere: alone, repeated, two by two, with digits or signs around and
 * letters turned into digits, they give hundreds of thousands of passwords that are tried first.
 */
export const COMMON_WORDS: readonly string[] = `
motdepasse motdepass password passwort passe pass word mdp secret secrete admin administrateur administrator root
user utilisateur invite guest login connexion compte account access acces welcome bienvenue bonjour bonsoir salut
hello coucou merci test essai demo default defaut temp temporaire changer changeme changezmoi nouveau nouvelle new
azerty qwerty azertyuiop qwertyuiop qsdfghjklm asdfghjkl wxcvbn zxcvbn abcdef abcdefgh abc iloveyou jetaime
jetadore amour love lovely mon ma mes moi toi nous tout toujours jamais encore personne monde world
soleil lune etoile ciel terre mer ocean plage montagne riviere foret fleur rose jardin arbre feu eau vent neige
pluie orage nuage printemps ete automne hiver janvier fevrier mars avril mai juin juillet aout septembre octobre
novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche spring summer autumn winter january february
march april june july august september october november december monday tuesday wednesday thursday friday
saturday sunday sunshine flower princess princesse prince reine king queen roi chevalier dragon licorne unicorn
chat chaton chien chienne cheval lapin lion tigre loup ours oiseau poisson papillon dauphin tortue monkey tiger
eagle wolf bear horse dog cat kitty puppy panda souris vache cochon poule canard
chocolat chocolate bonbon gateau cafe fromage pizza cookie banane banana orange pomme apple fraise cerise citron
football foot rugby tennis basket baseball hockey velo moto voiture camion bateau avion train
papa maman papy mamie famille enfant bebe cheri cherie doudou loulou nounours tata tonton frere soeur ami amis
copain copine ange angel diable demon dieu jesus marie joseph bible paix liberte egalite fraternite france francais
paris lyon marseille toulouse nantes rennes lille bordeaux strasbourg nice caen rouen cherbourg manche normandie
bretagne alsace provence corse europe afrique maroc algerie tunisie portugal espagne italie canada quebec
martin bernard thomas robert richard petit durand dubois moreau laurent simon michel lefebvre leroy roux david
bertrand morel fournier girard bonnet dupont lambert fontaine rousseau vincent muller lefevre faure andre mercier
blanc guerin boyer garnier chevalier francois legrand gauthier garcia perrin robin clement morin nicolas henry
roussel mathieu gautier masson marchand duval denis dumont lemaire noel meyer dufour meunier brun blanchard giraud
jean pierre jacques alain philippe patrick daniel nicole isabelle sylvie catherine martine nathalie christine
francoise valerie sandrine stephanie celine julie aurelie camille lea manon chloe emma sarah laura louise alice
jules lucas hugo louis gabriel arthur adam raphael nathan enzo theo leo paul antoine alexandre maxime kevin julien
sebastien jerome christophe stephane frederic olivier eric bruno pascal didier thierry claude charles george
michael jessica jennifer ashley jordan michelle amanda nicole charlie andrew matthew joshua daniel superman batman
spiderman pokemon mario zelda naruto starwars starwar marvel disney minecraft fortnite playstation nintendo google
facebook instagram whatsapp youtube amazon microsoft windows apple iphone samsung android orange free bouygues
internet ordinateur computer machine logiciel serveur server reseau network wifi telephone portable mobile clavier
bureau travail maison appartement cuisine ecole college lycee universite mairie ville commune departement region
mediation numerique mediateur numerik connecte connectee tierslieu tierslieux maillage convention association
gratuit argent euro million banque tresor magie magique super hyper mega cool genial parfait happy heureux
heureuse chance lucky victoire winner champion star power force master maitre hacker ninja pirate soldat guerre
batterie musique music guitare guitar piano rock metal danse dance cinema film photo voyage vacances noel
anniversaire birthday joyeux bonne bonneannee annee year nom prenom
rouge bleu vert jaune noir blanche violet marron gris argent red blue green yellow black white purple silver gold
correct horse battery staple letmein trustno one two three four un deux trois quatre cinq six sept huit neuf dix
`
  .split(/\s+/)
  .filter((word) => word !== '')
