"""The published signs about people, care and manners, severity 3 and 2 and the nudges of tone; text, no rules."""

from simulator.coach.sign import SignKind

CARE = (
    SignKind(
        "nhs-number", 3, "This looks like an NHS number. It belongs to one person, so take it out.",
        "Bloods back for 999 000 0018, all fine", "C.2 number, date of birth, phone, postcode, e-mail",
    ),
    SignKind(
        "date-of-birth", 3, "This looks like a date of birth. Take it out. The story works without it.",
        "New client, dob 12/03/1934", "C.2 number, date of birth, phone, postcode, e-mail",
    ),
    SignKind(
        "phone", 3, "This looks like a phone number. Take it out. If one person needs it, send it as a message.",
        "Ring me on ext 4417", "C.2 number, date of birth, phone, postcode, e-mail; D.2 2.6",
    ),
    SignKind(
        "postcode", 3, "This looks like a postcode. It can lead to somebody's door, so take it out.",
        "Next visit is in ZZ99 3VZ", "C.2 number, date of birth, phone, postcode, e-mail",
    ),
    SignKind(
        "email", 3, "This looks like a person's e-mail address. Take it out, and send it as a message instead.",
        "Write to jo.bloggs@northvale.example.org", "C.2 number, date of birth, phone, postcode, e-mail",
    ),
    SignKind(
        "named-person", 3,
        "Could this person, or their family, see who this is? Take the name out and keep the lesson.",
        "Mrs Pell in bed 4 sang to us all night", "C.2 title and surname, or first name",
    ),
    SignKind(
        "three-small-facts", 3,
        "Three small facts can point to one person. Keep the lesson, and leave out the age, the place or the day.",
        "Lady of 86 came in today after a fall", "C.2 age, sex, condition or event, place or day",
    ),
    SignKind(
        "unsafe-picture", 3, "Look at the picture again. {0} Choose another one, or ask first.",
        "a picture that its pack marks patient, screen, badge or no-consent", "C.2 photo from the pack",
    ),
    SignKind(
        "advice-to-one", 3,
        "This sounds like advice for one person, whom nobody can see here. Point to NHS 111, a GP or a pharmacist.",
        "You should stop taking your warfarin", "C.2 clinical advice; D.2 2.10",
    ),
    SignKind(
        "complaint", 2,
        "How would this read to a patient, a family or a colleague? Who at work could you talk to instead?",
        "Worst shift ever, rude relatives all day", "C.2 complaint",
    ),
    SignKind(
        "safety-concern", 2,
        "This matters too much for a tweet. Tell your manager or the person for speaking up, or the regulator.",
        "Only two nurses for 30 patients again", "C.2 public discussion of a concern about safety",
    ),
    SignKind(
        "name-calling", 2, "These words are about the person. Write about the point, or leave them unanswered.",
        "You're an idiot, @GrumpyGus_sim", "D.2 2.7; C.4 9",
    ),
    SignKind(
        "copied", 2, "These are nearly the words of @{0}. Retweet them, or add RT, MT or via @{0}.",
        "another's tweet word for word, without a handle", "C.2 copied text; D.2 2.4",
    ),
    SignKind(
        "spam", 2, "The same words went to others already, and that looks like spam. Say it once, to everybody.",
        "the same words to a third person", "C.2 same message to many people",
    ),
    SignKind(
        "group-and-place", 2,
        "Your job and the exact place can point to the people you care for. Name the job or the place, not both.",
        "(in a bio) I look after six boys at Elm House", "D.1 1.2",
    ),
    SignKind(
        "shouting", 1, "Capitals and rows of exclamation marks read like shouting. Small letters and one mark will do.",
        "STOP RUNNING IN THE CORRIDOR!!!", "C.2 all caps, more than two !!",
    ),
    SignKind(
        "sarcasm", 1, "A joke like this is easily misread. Say plainly what you mean.",
        "Oh great, another form", "C.2 sarcasm words; C.4 14",
    ),
    SignKind(
        "text-speak", 1, "Short forms such as “{0}” are hard for some people to read. Write the word out.",
        "gr8 2 c u all", "C.7; D.1 1.6",
    ),
    SignKind(
        "empty-courtesy", 1, "This does not say much yet. Add who you are, or what you think.",
        "Hello all", "D.1 1.5, 1.8; D.3 3.5",
    ),
    SignKind(
        "same-again", 1, "These words went out before. Say something new, or leave it at that.",
        "one's own tweet again, with another tag", "C.2 same message; D.1 1.12",
    ),
)  # fmt: skip
