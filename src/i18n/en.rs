//! The texts in English. Plain words, short sentences, British spelling.

use qsec2_domain::lang::Lang;

use super::{
    About, Agenda, Community, Departments, Frame, Home, Programme, Standings, States, TakePart,
    Texts, Tour, Way,
};

pub(super) fn count(count: usize, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", super::codes::thousands(count), if count == 1 { one } else { many })
}

/// What a first visit needs, in English.
pub(super) const TEXTS: Texts =
    Texts { lang: Lang::En, frame: FRAME, states: STATES, agenda: AGENDA };

const FRAME: Frame = Frame {
    skip: "Skip to content",
    main_navigation: "Main navigation",
    more_navigation: "Other pages",
    tagline: "Questions of science, matters for citizens",
    home: "Home",
    agenda: "Events",
    itinerary: "Tour",
    departments: "Départements",
    take_part: "Take part",
    teachers: "Teachers",
    groups: "Citizen groups",
    news: "News",
    resources: "Resources",
    programme: "My programme",
    about: "About",
    accessibility: "Accessibility",
    privacy: "Privacy",
    changes: "Changes",
    desk: "Operators’ desk",
    propose: "Propose",
    other_language: "Français",
    funded: "A project by eight associations, funded by Région Île-de-France and the French investments for the future programme.",
    notices: "Good to know",
    demonstration: "Demonstration season: all of this content is invented.",
    as_on: |day| format!("The site is shown as on {day}."),
    back_to_today: "Back to today",
    unreadable: |what| {
        format!("Part of the address was not understood and was left aside: {what}.")
    },
};

const STATES: States = States {
    loading: "Loading the programme…",
    failed: "The programme could not be loaded",
    offline: "The network does not answer. Check the connection, then try again.",
    refused_by_server: |status| {
        format!("The server answered with an error ({status}). Try again in a few minutes.")
    },
    page_failed: "The page could not be loaded",
    page_failed_cure: "Check the connection, then try again. If that does not help, reload the page in the browser: the site may just have changed.",
    try_again: "Try again",
    part_missing: "A part of the programme could not be loaded.",
    as_sent: "The page is shown as the server sent it.",
    stale: |age, why| format!("Programme saved {age} on this device. {why}"),
    left_out: |n| {
        if n == 1 {
            "1 record of the programme cannot be read and is not shown.".to_owned()
        } else {
            format!("{n} records of the programme cannot be read and are not shown.")
        }
    },
    left_out_list: "See which",
    not_found: "Page not found",
    not_found_page: "This address leads nowhere. Search the events, or start again from the home page.",
    not_found_record: |id| {
        format!(
            "The programme has nothing named “{id}”. Search the events, or start again from the home page."
        )
    },
};

pub(super) const HOME: Home = Home {
    title: "Where is the exhibition?",
    now: "Now",
    perhaps: "Perhaps now",
    next: "Next stop",
    before: "Previous stop",
    over: "Last known stop",
    nothing_now: "The exhibition is not open anywhere on that day.",
    days_left: |n| format!("{} left", count(n, "day", "days")),
    last_day: "Last day",
    in_days: |n| format!("In {}", count(n, "day", "days")),
    tomorrow: "Tomorrow",
    events: "Next events",
    archive_events: "Nothing is announced for now: the archive",
    all_events: "All events",
    whole_tour: "The whole tour",
    near: "In your département",
    ways_in: "You are…",
    what: "What is QSEC²?",
    what_text: "Residents and scientists prepare an exhibition together. It then spends two to three months in each département of Île-de-France, with debates, workshops, shows and films.",
};

const AGENDA: Agenda = Agenda {
    title: "Events",
    list: "Events",
    search_form: "Search the events",
    search: "Search",
    search_help: "a word, a town, a place",
    filters: "Filter",
    departments: "Départements",
    period: "Dates",
    from: "From",
    until: "To",
    kinds: "Kinds of event",
    audiences: "Audiences",
    free: "Free",
    clear: "Clear all",
    apply: "Apply",
    close: "Close",
    show: |n| {
        if n == 0 { "No event".to_owned() } else { format!("Show {}", count(n, "event", "events")) }
    },
    greyed: "Grey: no event with your other choices.",
    none_with_others: "events with your other choices",
    season: "Season",
    exhibition: "Exhibition",
    periods: [
        "Today",
        "This week-end",
        "This week",
        "This month",
        "School holidays (zone\u{a0}C)",
        "Coming",
        "Past",
    ],
    views_label: "View",
    views: ["List", "Month", "Map"],
    corrected: |typed, meant| format!("Nothing for “{typed}”: here is “{meant}”."),
    folded: |n| format!("Show also {} that began longer ago", count(n, "event", "events")),
    from_day_on: |day| format!("The rest, from {day} on"),
    found: |n| count(n, "event", "events"),
    times: |n| count(n, "date", "dates"),
    archive: "Nothing is running or coming: here is the archive.",
    past: |n| format!("See also {}", count(n, "past event", "past events")),
    empty: "No event fits this search.",
    running: "Already started",
    unknown_date: "Date unknown",
    best: "Best match first",
    in_year: |year| format!("In {year}, day unknown"),
    sometime: "day unknown",
    no_hour: "hour unknown",
    is_free: "free",
    access: "Accessible",
    levels: "School levels",
    invalid_period: "The last day comes before the first day: change one of them.",
};

pub(super) const STANDINGS: Standings = Standings {
    now: "running",
    perhaps: "perhaps running",
    coming: "coming",
    past: "over",
    undated: "date unknown",
};

/// The itinerary and a stop's page.
pub(super) const TOUR: Tour = Tour {
    title: "Tour",
    lead: "Each département is a line, each stop a station.",
    exhibition: "Exhibition",
    lanes: "Stops by département and month",
    lanes_help: "Arrow keys go from stop to stop, Enter opens one.",
    list: "Stops",
    department: "Département",
    no_stop: "no known stop",
    undated: |n| format!("{} without a date", count(n, "stop", "stops")),
    nothing: "No stop of this exhibition is known.",
    after: "After the tour",
    after_note: "The exhibition shown again after the end of the project, or outside Île-de-France.",
    today: "Today",
    legend: "How to read the lines",
    legend_known: "dates known",
    legend_vague: "known to the month or year",
    legend_open: "start or end unknown",
    hours: "Opening hours",
    schools: "Class visits",
    inauguration: "Opening",
    operator: "Operator",
    programme: "Around this stop",
    no_programme: "No known event around this stop.",
    previous: "Stop before",
    next: "Stop after",
};

/// The départements.
pub(super) const DEPARTMENTS: Departments = Departments {
    title: "The eight départements",
    lead: "In each département an association runs the project, with residents and the places that host the exhibition.",
    operator: "The association of the département",
    no_operator: "The association of this département is not known.",
    stops: "Stops of the exhibition",
    no_stop: "No known stop in this département.",
    events: "Events",
    past_events: "Past events",
    no_event: "No known event in this département.",
    all_events: "All events of the département",
    group: "Citizen groups",
    news: "News",
    resources: "Resources",
    neighbours: "Neighbouring départements",
    known_from: |from| format!("known from: {from}"),
    stop_count: |n| count(n, "stop", "stops"),
    event_count: |n| count(n, "event", "events"),
    keep: "Keep this département on this device, for when there is no network",
    keep_working: "Being saved…",
    keep_done: "Kept: what is coming here opens without a network too.",
    keep_failed: "Not all of it could be saved: the network does not answer, or the device has no room left. The next visit will try again.",
    kept_whole: "The whole programme is kept on this device: it opens without a network too.",
};

/// Groups, news, resources.
pub(super) const COMMUNITY: Community = Community {
    groups: "Citizen groups",
    groups_lead: "In each département, residents meet to prepare the exhibition. No knowledge needed: being curious is enough.",
    open: "Open to newcomers",
    closed: "This group has finished its work.",
    theme: "Subject",
    members: "Who",
    period: "When",
    activities: "What the group did",
    productions: "What it made",
    join: "Join a group",
    join_text: "Between two seasons, you sign up for the next. The association of the département takes your name and calls you back:",
    news: "News",
    news_lead: "News of the groups and of the tour.",
    no_news: "No news for now.",
    resources: "Resources",
    resources_lead: "To read, to watch, to use in class or at home.",
    no_resources: "No resources for now.",
    season: "Season",
    other_season: "No season",
};

/// The ways to take part, for each of the six publics.
pub(super) const TAKE_PART: TakePart = TakePart {
    title: "Take part",
    lead: "The exhibition is made with you. Six ways in:",
    ways: [
        Way {
            who: "Visitor",
            what: "Find the exhibition and the events near you.",
            link: "See the events",
        },
        Way {
            who: "Resident",
            what: "Join the citizen group of your département and prepare the exhibition.",
            link: "See the groups",
        },
        Way {
            who: "Teacher",
            what: "Come with a class, or set up a project with it.",
            link: "Dates for classes",
        },
        Way {
            who: "Library, youth centre, cinema, association",
            what: "Host the exhibition, or propose an event.",
            link: "Propose",
        },
        Way {
            who: "Elected official",
            what: "See what has happened in the département, and whom to call.",
            link: "See the départements",
        },
        Way {
            who: "Researcher",
            what: "Present your research, advise, meet a group.",
            link: "Write to an association",
        },
    ],
    contacts: "The eight associations",
    contacts_lead: "One call is enough: the association of your département answers all questions.",
    teachers: "Come with a class",
    teachers_lead: "The stops of the exhibition, with what is known of class visits and whom to contact to book.",
    teachers_stops: "Stops and class visits",
    teachers_project: "Set up a project",
    teachers_project_text: "A class of any school can prepare a project on the season’s subject and show it in the exhibition. The association of the département goes along with the class.",
    propose: "Propose",
    propose_lead: "An event, a resource, a project, a piece of news, a hall for the exhibition: the association of your département takes proposals.",
    propose_say: "What is useful to say",
    propose_points: [
        "what it is, and for whom;",
        "the day and hour, or the period;",
        "the place, its address, and whether it is step-free;",
        "the name of your organisation and how to reach you.",
    ],
    questions: "The questions of the season",
    questions_lead: "What do you think? Bring your answer to the exhibition or to the association of your département.",
    desk: "Operators’ desk",
    desk_lead: "Here the eight associations will follow the sign-ups and proposals of their département.",
    desk_now: "This desk is not open yet. The programme is kept in its file, which is here:",
};

pub(super) const PROGRAMME: Programme = Programme {
    title: "My programme",
    lead: "The events you keep stay on this device. No account, nothing is sent.",
    empty: "You have kept nothing yet. On an event’s page, choose “Keep in my programme”.",
    keep: "Keep in my programme",
    gone: |n| {
        format!("{} no longer in the programme.", count(n, "kept event is", "kept events are"))
    },
};

/// About and the statements.
pub(super) const ABOUT: About = About {
    title: "About",
    paragraphs: [
        "QSEC² stands for “Questions of science, matters for citizens”. At the start of each season, in each département of Île-de-France, a group of residents thinks about a subject with an association for scientific culture.",
        "Out of their exchanges comes an exhibition that one touches and adds to. It tours the eight départements and grows with its visitors.",
        "Around it, libraries, cinemas, laboratories, schools and social centres organise debates, workshops, shows and screenings.",
    ],
    seasons: "The seasons",
    figures: "In figures",
    figures_lead: "Each figure with its source.",
    partners: "Associations and partners",
    approximately: "about",
    at_least: "at least",
    to: "to",
    accessibility: "Accessibility",
    accessibility_paragraphs: [
        "This site is made to be used by everyone: by keyboard, with a screen reader, enlarged to 200%, in forced colours, without motion, on a small screen.",
        "For each version, all pages are checked automatically with axe-core, in French and English, 320 and 1,280 pixels wide; their colours in the dark too. A version with a defect found is not published.",
        "An automatic check does not see everything: no full audit against the French standard (RGAA) has been made by an outside person yet.",
        "If something stops you, call the association of your département: it will give you the information another way.",
    ],
    privacy: "Privacy",
    privacy_paragraphs: [
        "This site asks for no name and no address, sets no cookie and does not measure your visit.",
        "It asks nothing of any other site: no font, map or video from elsewhere.",
        "On your device it keeps the last programme received, to open without a network, the events you chose, the départements you keep and a summary of the programme you saw, to tell what has changed since. Clearing the site’s data in the browser clears it all.",
        "The server writes down the pages asked for and the time, and nothing that points to a person.",
    ],
    changes: "Changes",
    changes_lead: "What has changed in the programme, newest first.",
    changes_none: "No dated change so far.",
    feed_date: |day| format!("Programme last changed on {day}."),
    credits: "Credits",
    credits_text: "Typeface Atkinson Hyperlegible Next, designed for the Braille Institute, under the SIL OFL 1.1.",
    credits_map: "Outlines of the départements: IGN, ADMIN EXPRESS COG, 2018 edition, under the French open licence (Licence Ouverte, Etalab), simplified.",
};
