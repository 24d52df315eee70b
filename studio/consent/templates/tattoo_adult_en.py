"""Consent to a tattoo, for adults, in English. A sensible default and not legal advice: studios make it their own."""

from typing import Any

CONTENT: dict[str, Any] = {
    "title": "Consent to a tattoo",
    "for": "Adults, 18 and over",
    "least_age": 18,
    "intro": (
        "Please read this in your own time. There are eleven short clauses; put your initials beside each one once "
        "you have read and understood it. Ask us anything, at any moment. You can stop at any point, also after you "
        "have signed and also while we work."
    ),
    "health_title": "Your health",
    "health_text": (
        "These are your answers as we have them. Confirm them, or correct what has changed. Your artist reads them to "
        "look after you; the front desk does not."
    ),
    "clauses": [
        {
            "key": "procedure",
            "title": "The procedure",
            "text": (
                "I want to be tattooed. I understand that ink is put into my skin with needles, that this breaks the "
                "skin and hurts, and that it can take more than one session. I have chosen design, size, colours and "
                "place myself, and my questions have been answered."
            ),
        },
        {
            "key": "permanent",
            "title": "It is permanent",
            "text": (
                "I understand that a tattoo stays for life. Removing it, if that is possible at all, is costly, slow "
                "and painful, and can leave scars. Lines and colours change with the years, with the sun and with my "
                "skin, and look different on different skin."
            ),
        },
        {
            "key": "risks",
            "title": "What to expect, and what can go wrong",
            "text": (
                "I expect redness, swelling, soreness, a little bleeding and peeling while it heals, for about two to "
                "four weeks. I understand that there are risks even when all is done well: infection, allergic "
                "reactions that may come weeks or years later, scars and keloids, fainting, ink that spreads under "
                "the skin, and uneven healing. A tattoo can feel warm or sting during an MRI scan."
            ),
        },
        {
            "key": "inks",
            "title": "The inks",
            "text": (
                "I was told which inks are used and could read what is in them before we start. I understand that "
                "pigments can cause reactions, that inks may hold traces of metals such as nickel and chromium, and "
                "that in some countries, among them the United States, no authority approves pigments for use in "
                "the skin."
            ),
        },
        {
            "key": "health",
            "title": "My health answers are true",
            "text": (
                "I have answered the questions about my health truthfully and left nothing out that I know of: "
                "allergies, pregnancy or nursing, medicine, blood thinners, bleeding, heart and blood pressure, "
                "diabetes, epilepsy or fainting, infections, and the skin where the tattoo goes. I tell my artist "
                "at once if anything changes. If in doubt I ask a doctor first."
            ),
        },
        {
            "key": "today",
            "title": "How I am today",
            "text": (
                "I am not under the influence of alcohol or drugs. I have eaten within the last four hours, or have "
                "told my artist that I have not. I feel well, and nobody is pressing me to do this."
            ),
        },
        {
            "key": "stencil",
            "title": "Design, spelling and stencil",
            "text": (
                "Before we start I look at the stencil on my skin: its place, its size, and every letter, number and "
                "date. Once I have approved it and the work has begun, I am responsible for spelling and placement."
            ),
        },
        {
            "key": "aftercare",
            "title": "Aftercare",
            "text": (
                "I have received the aftercare sheet and it was explained to me. I will follow it: cover and wash as "
                "told, no scratching, no baths, pool, sea or sauna for two to four weeks, and no sun on it while it "
                "heals. How it heals depends on my care, and that is my part."
            ),
        },
        {
            "key": "infection",
            "title": "When to see a doctor",
            "text": (
                "I know the signs of an infection: redness that spreads, heat, swelling or pain that grows, pus, red "
                "streaks, or fever; and of an allergy: a rash, blisters, or trouble breathing. If I see them I go to "
                "a doctor at once, to an emergency room where breathing is hard, and tell the studio afterwards."
            ),
        },
        {
            "key": "money",
            "title": "Deposit and touch-up",
            "text": (
                "I know the studio's policy. The deposit is taken off the price of the last session. I can move an "
                "appointment once for free up to 48 hours before; after that, or if I do not come, the deposit is "
                "kept. If the artist cancels, I get it back. One touch-up within 90 days is free where the skin has "
                "not held the ink although I followed the aftercare."
            ),
        },
        {
            "key": "identity",
            "title": "Who I am",
            "text": (
                "I am 18 or older. The name and date of birth on this form are mine, and I have shown the studio an "
                "official document with my photo to prove it."
            ),
        },
    ],
    "aftercare_title": "Aftercare sheet",
    "aftercare": [
        {
            "title": "The first hours",
            "text": (
                "Leave the film or dressing on as long as your artist said: second-skin film three to seven days, "
                "plain film a few hours. If it leaks or itches, take it off, wash, and do not stick it on again."
            ),
        },
        {
            "title": "Washing",
            "text": (
                "Wash your hands first. Then wash the tattoo twice a day with lukewarm water and mild soap without "
                "perfume, with your hand, never with a sponge. Pat it dry with clean paper."
            ),
        },
        {
            "title": "Cream",
            "text": "A very thin layer of the unscented cream we named, two or three times a day. Less is better.",
        },
        {
            "title": "Leave it alone",
            "text": (
                "No scratching, picking or shaving. Wear loose, clean clothes over it. Keep pets, garden soil and "
                "dirt away, and change your sheets."
            ),
        },
        {
            "title": "Water, sun and sport",
            "text": (
                "Showers are fine. No bath, pool, sea or sauna for two to four weeks. No sun and no tanning while it "
                "heals, later always sun cream of factor 30 or more. No hard sport for some days. No alcohol today."
            ),
        },
        {
            "title": "What is normal",
            "text": (
                "Some redness and clear fluid for two or three days, peeling and itching in the first two weeks, dull "
                "colours until about day 30."
            ),
        },
        {
            "title": "What is not",
            "text": (
                "Spreading redness, heat, growing pain or swelling, pus, red streaks, fever, a rash or blisters, at "
                "any time. See a doctor, not the studio, and take this sheet with you. Then tell us, so that we can "
                "report it."
            ),
        },
    ],
    "consents_title": "Four things you may say yes or no to",
    "consents_text": (
        "Each is separate, and you can take each one back at any time without giving a reason. Without the first we "
        "cannot tattoo you, since we may not look at your answers; the other three change nothing about your tattoo."
    ),
    "e_form": (
        "I agree to read and sign this form on a screen instead of paper. I can have a copy, and I can ask for paper "
        "instead."
    ),
    "sign_title": "Your signature",
    "intent": (
        "I have read and understood everything above, and I agree to it of my own free will. With my signature I "
        "consent to the tattoo."
    ),
    "intent_button": "I sign this",
}
