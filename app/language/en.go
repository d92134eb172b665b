package language

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

var en = &Language{
	Code: "en", Name: "English",
	FunctionWords: foldedSet(`a about above after again against all also am an and any anyone anything are as at be because been before being
below between both but by can cant cannot could couldnt d did didnt do does doesnt doing dont down during each else ever every few
for from further get gets getting got had has hasnt have havent having he hello hello hi her here hers hey him his how i id if ill
im in into is isnt it its ive just know let like ll m make me might more most much must my myself near need needs no nor not
now of off ok okay on once one only or other our ours out over own please re s same see shall she should so some somehow
someone something still such sure t tell than thank thanks that thats the their theirs them then there these they thing
things this those though through to too under until up us use used using ve very via versus vs want wanted wants was wasnt
way we were what whats when where which while who whom whose why will with within without wont would wouldnt yes yet you your
yours yourself`),
	Qualifiers: foldedSet(`affordable amazing best better cheap cheapest complete different easy effective excellent famous favorite
fast free good great greatest handy inexpensive latest leading list lists lowest main modern new newest online perfect
popular powerful quick ranked ranking recommended simple top types ultimate useful various website websites site sites`),
	Stemmer: snowballed(english.Stem),
	Asking:  set("how what when where who why which whose can is are do does should will"),
	Intents: &IntentWords{
		Opening: "who, what, when, where, why, which, is, are, was, were, do, does, did, can, could, should, will, would, has, have, am",
		Informational: "how, how to, how do, how does, how much, how many, how long, how often, what is, what are, what does, why is, guide, guides, meaning, definition, define, explained, " +
			"example, examples, ideas, symptoms, causes, history, facts, learn, diy, recipe, recipes, instructions, step by step, benefits, side effects, statistics, checklist, " +
			"difference between, diagram, diagrams, lyrics, pronunciation, quotes, calculator, converter, template, templates, cheat sheet, lesson, lessons, training tips, " +
			"to train, for beginners, basics, overview, introduction, types of, kinds of, list of, life expectancy, average, rules, signs of, remedies, at home, documentation, docs, " +
			"best practices, best practice, best time to, best way to, best ways to, names, pros and cons",
		Commercial: "best, top, compare, compared, comparison, comparisons, rating, ratings, rated, worth it, cheapest, recommended, recommendations, recommendation, " +
			"competitors, similar to, better than, which is better, difference, legit, brands, pros cons, " +
			"providers",
		Transactional: "buy, buying, price, prices, pricing, priced, cost, costs, cheap, order, purchase, for sale, on sale, coupons, promo, discounts, near me, nearby, in my area, " +
			"hire, rent, rental, rentals, lease, subscription, subscribe, free trial, trial, quote, quotation, get a quote, book now, booking, reservation, delivery, shipping, " +
			"store, stores, web store, shops, supplier, suppliers, wholesale, affordable, free download, apply, apply for, apply online, sign up, signup, open now, appointment, clearance, used, second hand, refurbished",
		Navigational: "log on, sign on, my account, contact number, phone number, customer support, headquarters, head office, opening hours, store hours, address",
	},
	Outline: &Outline{
		Signs: []PageSign{
			{PageDefine, []string{"what is", "what are", "what does", "meaning of"}, true},
			{PageHowTo, []string{"how to", "how do i", "how do you", "steps to"}, true},
			{PageVersus, []string{"vs", "versus", "compared to", "or"}, false},
			{PageInstead, []string{"alternative", "alternatives", "alternative to", "alternatives to", "instead of"}, false},
			{PageBest, []string{"best", "top", "cheapest", "list of"}, false},
			{PageCost, []string{"price", "prices", "pricing", "cost", "costs", "how much", "cheap"}, false},
			{PageReview, []string{"review", "reviews", "worth it", "rating", "ratings"}, false},
			{PageLocal, []string{"near me", "nearby", "in my area"}, false},
			{PageSolve, []string{"not working", "error", "fix", "problem", "problems", "issue", "issues", "failed", "won't"}, false},
			{PageExample, []string{"template", "templates", "example", "examples", "sample", "ideas", "checklist"}, false},
			{PagePurchase, []string{"buy", "for sale", "order", "coupon", "discount", "deal", "deals", "shop"}, false},
			{PageVisit, []string{"login", "log in", "sign in", "download", "website", "app", "github", "contact"}, false},
			{PageQuestion, []string{"why", "when", "where", "who", "which", "can", "is", "are", "do", "does", "should", "will", "how"}, true},
		},
		Questions: []string{"what", "how", "why", "when", "where", "who", "which", "can", "is", "are", "do", "does", "should", "will"},
		Small:     set("a an the of in on at to for with and or vs is are do does what how why when where who which can your my i you it"),
		Titles: map[PageKind]string{
			PageLearn: "%s: A Practical Guide", PageHowTo: "%s: Step by Step", PageDefine: "%s? A Plain Explanation", PageQuestion: "%s? The Answer in Detail",
			PageVersus: "%s: The Differences and How to Choose", PageBest: "%s: How They Compare and How to Choose", PageCost: "%s: What You Pay and What For",
			PageReview: "%s: What to Know Before You Decide", PageInstead: "%s: What Else There Is and When It Fits", PageLocal: "%s: How to Find the Right One",
			PageSolve: "%s: Causes and What Helps", PageExample: "%s: What They Look Like and How to Use Them", PagePurchase: "%s: What to Check Before You Buy",
			PageVisit: "%s: What It Is and How to Get There",
		},
		Frames: map[PageKind][]string{
			PageLearn:    {"%s at a glance", "How %s works in practice", "Where to begin with %s"},
			PageHowTo:    {"What you need to %s", "How to %s, step by step", "How to tell that it worked", "What to do when it does not work"},
			PageDefine:   {"%s in one sentence", "How %s works", "What %s is used for", "What %s is not"},
			PageQuestion: {"The short answer", "Why that is so", "When the answer is different", "What to do next"},
			PageVersus:   {"The difference in short", "What both have in common", "When to choose the first", "When to choose the second"},
			PageBest:     {"What matters when choosing %s", "How the options for %s compare", "Which one suits whom", "What to leave out"},
			PageCost:     {"What %s costs", "What drives the price of %s", "Where to save and where not", "What is not in the price"},
			PageReview:   {"What %s promises", "What %s does well", "Where %s falls short", "Who should look elsewhere"},
			PageInstead:  {"Why people look for something else", "What a replacement for %s must do", "The options side by side", "How to switch"},
			PageLocal:    {"What to look for in %s", "Questions to ask before you book", "What to expect from the first visit", "How to compare offers"},
			PageSolve:    {"What is behind %s", "What to check first", "How to solve it for good", "When to ask for help"},
			PageExample:  {"What makes a good one", "%s to start from", "How to adapt it to your case", "What to leave out"},
			PagePurchase: {"What to check before you buy %s", "Which kind of %s you need", "New, used or rented", "After you have bought it"},
			PageVisit:    {"What you find under %s", "How to get there", "What you need to get in", "When it does not open"},
		},
		General: []string{"Common mistakes with %s", "What to look out for with %s", "%s for beginners", "A checklist for %s", "Next steps with %s"},
		Plain:   []string{"Common mistakes", "A checklist before you start", "Questions that come up on the way", "Next steps"},
		Aims: map[PageKind]string{
			PageLearn: "explains the subject from the ground up with practical examples", PageHowTo: "leads through the task in the order in which it is done",
			PageDefine: "says in plain words what it is before it goes into detail", PageQuestion: "gives the answer first and the reasons after it",
			PageVersus: "puts both side by side on the points that decide", PageBest: "compares the choices by what matters in use instead of ranking them blindly",
			PageCost: "shows what is paid for and what moves the price", PageReview: "weighs strengths against weaknesses for different needs",
			PageInstead: "compares the alternatives by the reason for which people switch", PageLocal: "helps to find and compare providers nearby",
			PageSolve: "goes from the likely cause to the rare one", PageExample: "shows examples that can be used at once",
			PagePurchase: "clears up what has to be decided before the purchase", PageVisit: "leads to the right place and says what is to be found there",
		},
		Angle: "For people who search for “%s”: the page %s.", Covers: "It also covers %s.", Capitals: true,
	},
	Draft: &Draft{
		Question: "%s?", FAQ: "Questions people ask", And: " and ", Open: "“", Closed: "”",
		Plain: []string{"What it is about", "What to look at", "Next steps"},
		Signs: []HeadingSign{
			{HeadingMistakes, []string{"mistakes", "mistake", "look out", "avoid", "pitfalls"}},
			{HeadingOmit, []string{"leave out", "falls short", "is not", "where not"}},
			{HeadingFit, []string{"suits", "the first", "the second", "does well", "look elsewhere", "when it fits"}},
			{HeadingTrouble, []string{"not work", "not working", "not open", "fix", "problem", "problems", "error", "behind", "check first", "solve", "ask for help", "repair"}},
			{HeadingProof, []string{"tell that", "it worked", "good one"}},
			{HeadingChoice, []string{"kind of"}},
			{HeadingNeeds, []string{"you need", "need to", "before you start", "checklist", "tools", "kit"}},
			{HeadingNext, []string{"next", "after you", "switch", "adapt"}},
			{HeadingCost, []string{"cost", "costs", "price", "prices", "pricing", "pay", "save", "cheap"}},
			{HeadingVersus, []string{"vs", "versus", "difference", "differences", "compare", "compared", "side by side", "in common", "alternatives"}},
			{HeadingAmount, []string{"how long", "how much", "how many", "how often", "ratio", "temperature", "size", "sizes"}},
			{HeadingSteps, []string{"how to", "how do", "step by step", "steps", "begin", "beginners", "start", "get there"}},
			{HeadingChoice, []string{"best", "top", "choosing", "choose", "matters", "which", "buy", "look for", "new used", "before you"}},
			{HeadingMeaning, []string{"what is", "what are"}},
			{HeadingReason, []string{"why", "answer", "is", "are", "can", "does", "do", "should", "will", "when"}},
			{HeadingMeaning, []string{"what", "meaning", "at a glance", "in one sentence", "works", "used for", "in practice"}},
		},
		Asking: []string{"how", "what", "why", "when", "where", "which", "who", "can", "is", "are", "does", "do", "should", "will"},
		Prompts: map[HeadingKind][]string{
			HeadingTopic:    {"When does it matter, and when not?", "Which example makes it clear?", "What do people mean by it?"},
			HeadingMeaning:  {"What is it, in one sentence?", "What is it used for, and by whom?", "What is it often taken for, and what sets it apart?", "What happens, in which order?"},
			HeadingSteps:    {"In which order do the steps go?", "How long does each of them take?", "Which step decides the result?", "What is a good first try?"},
			HeadingNeeds:    {"What has to be there before the first step?", "What can take its place if it is missing?", "How much time should be set aside?"},
			HeadingProof:    {"What does a good result look like?", "By which sign do you notice early that it went wrong?"},
			HeadingAmount:   {"What is the usual figure, and in which unit?", "What makes it higher, and what lower?", "How is it measured in your own case?"},
			HeadingChoice:   {"What is it to be used for most, and how often?", "Which properties can you not do without?", "What has to be settled before you decide?", "Who is better served by something else?"},
			HeadingFit:      {"For whom is it the right one?", "What has to be given up for it?", "In which cases does it pay off?", "What speaks against it?"},
			HeadingOmit:     {"What is advised often and changes little?", "What can wait until later?"},
			HeadingVersus:   {"On which points do they really differ?", "Which of these points matter in your case?", "What would make you take the other one?", "What is the same whichever you take?"},
			HeadingCost:     {"What is in the price, and what comes on top?", "What moves the price up or down?", "Where does paying less cost more later?"},
			HeadingReason:   {"Which one sentence answers it?", "What is that based on?", "In which cases is it different?", "How can readers find out for themselves?"},
			HeadingMistakes: {"What goes wrong most often, and at which point?", "How can it be noticed in time?", "What can still be put right?", "Which sign warns early?"},
			HeadingTrouble:  {"What exactly happens, and since when?", "What can be ruled out quickly?", "When is it time to ask somebody?"},
			HeadingNext:     {"What can be done today?", "What is worth a second look later?"},
		},
		About:   "What should readers know about %s afterwards?",
		Opening: "Answer the main question in two or three sentences. Then say what the page covers: %s.",
	},
	Claims: newClaims(
		`january|february|march|april|may|june|july|august|september|october|november|december`,
		`step|chapter|section|part|figure|table|page|question|point|no\.|number`, nil,
		`(?:the|our|its|their|my|your|[\p{L}]+['’]s)\s+(?:(?:very|single|absolute)\s+)?(best|worst|largest|biggest|smallest|fastest|slowest|cheapest|safest|strongest|lightest|heaviest|oldest|newest|longest|shortest|highest|lowest|hardest|finest|leading|only|(?:most|least)\s+\p{L}+|\p{L}{3,}iest)`,
		`(number one|no\. ?1|#1|unrivalled|unbeatable|market leader|second to none)`,
	),
	Edits: &Edits{
		Fillers: "actually|basically|essentially|of course|in fact|as a matter of fact|needless to say|it goes without saying that|it is important to note that|it is worth noting that|it should be noted that|please note that|at the end of the day|generally speaking",
		Plainer: map[string]string{
			"in order to": "to", "utilize": "use", "utilizes": "uses", "utilizing": "using", "utilization": "use", "approximately": "about", "due to the fact that": "because",
			"commence": "start", "commences": "starts", "additional": "extra", "numerous": "many", "a large number of": "many", "subsequently": "later", "prior to": "before",
			"obtain": "get", "obtains": "gets", "requires": "needs", "required": "needed", "assist": "help", "assists": "helps", "in the event that": "if",
			"with regard to": "about", "at this point in time": "now", "has the ability to": "can", "have the ability to": "can", "is able to": "can", "are able to": "can",
		},
		Joint: "but",
	},
	Formula: &Formula{
		Name: "Flesch Reading Ease", Source: "Flesch 1948", Easy: 60, Hard: 40,
		Score:  func(c Counts) float64 { return 206.835 - 1.015*c.PerSentence() - 84.6*c.PerWord() },
		Silent: func(word string) bool { return strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") },
	},
	Site: &Site{
		Promise: "%s answers what people search for, one page per question.", About: "About %s", Contact: "Contact",
		Shelves: map[string]string{"blog": "Categories", "ecommerce": "Product categories", "company": "Services"},
	},
	Theme: &Theme{
		Home: "Home", Skip: "Skip to content", Menu: "Main", Breadcrumb: "Breadcrumb", Contents: "Contents",
		Latest: "Latest", Topics: "Topics", Services: "What we do", Guides: "Buying guides", Categories: "Browse by category",
		More: "More to read", RelatedTo: "More on {topic}", Related: "Related", InThis: "In this guide", OnShelf: "In this category", Filed: "Filed under",
		By: "By", Updated: "Updated", Minutes: "{n} min read", Articles: "articles", Article: "article",
		About: "About", Contact: "Contact", Email: "Email", Phone: "Phone", Address: "Address", GetInTouch: "Get in touch",
		NotFound: "This page is not here", NotFoundText: "The address may have been mistyped, or the page has moved. These are good places to go on.", ToHome: "Go to the home page",
		Draft: "This is a draft that nobody has reviewed yet.", Plan: "This is a plan: nothing here is written yet.", Unwritten: "Still to be written.", Feed: "RSS feed", Footer: "About this site",
		Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		Day:    "{m} {d}, {y}",
	},
}
