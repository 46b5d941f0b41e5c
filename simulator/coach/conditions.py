"""What can be the matter with somebody and what is taken against it, in words of the job; lists and nothing else."""

ILLNESSES = """
    dementia, alzheimer's, alzheimers, stroke, tia, sepsis, septic, pneumonia, chest infection, uti, utis, infection,
    cellulitis, shingles, chickenpox, measles, flu, norovirus, mrsa, c diff, hiv, hepatitis, scabies, impetigo,
    thrush, cancer, leukaemia, lymphoma, tumour, brain tumour, melanoma, diabetes, diabetic, hypo, hypoglycaemia, dka,
    epilepsy, epileptic, seizure, seizures, asthma, copd, emphysema, angina, heart attack, heart failure, cardiac
    arrest, mi, arrhythmia, af, dvt, blood clot, pulmonary embolism, anaemia, haemophilia, sickle cell, parkinson's,
    parkinsons, mnd, huntington's, huntingtons, multiple sclerosis, cerebral palsy, down's syndrome, downs syndrome,
    autism, autistic, adhd, depression, depressed, anxiety, psychosis, psychotic, schizophrenia, bipolar, anorexia,
    bulimia, ocd, ptsd, delirium, pressure sore, pressure sores, pressure ulcer, pressure ulcers, leg ulcer, leg
    ulcers, gangrene, eczema, psoriasis, appendicitis, gallstones, kidney failure, kidney stones, jaundice, cirrhosis,
    meningitis, croup, bronchiolitis, pre-eclampsia, eclampsia, gestational diabetes, anaphylaxis, hypothermia,
    dehydration, dehydrated, malnourished, concussion, head injury, broken hip, broken arm, broken leg, broken wrist,
    broken neck, fracture, fractured hip, hip fracture, fractured neck of femur, nof, migraine, tonsillitis, an ear
    infection, osteoporosis, arthritis, gout, liver failure, renal failure, liver disease, kidney disease, heart
    disease, lung disease, tb, cystic fibrosis, coeliac disease, crohn's, colitis, endometriosis, lupus, tuberculosis,
    hernia, cataract, cataracts, glaucoma, macular degeneration, lymphoedema, fibroids, ovarian cyst, cauda equina,
    sickle cell crisis, hyponatraemia, dysphagia, aphasia, hemiplegia, alcoholism, addiction, learning disability,
    spinal injury, tetraplegia, brain injury
    """

# What happens to somebody at one moment, and how people end up with us.
HAPPENINGS = """
    broke his hip, broke her hip, broke his arm, broke her arm, broke his leg, broke her leg, broke her wrist, broke
    his wrist, broke his neck, broke her neck, fall, falls, fell, fallen, falling, tripped, slipped, collapsed,
    fainted, crash, rtc, accident, stabbed, stabbing, shot, assault, assaulted, attacked, raped, abuse, abused,
    abusive, neglected, safeguarding, sectioned, overdose, overdosed, od'd, suicide, suicidal, self-harm, self harm,
    self-harmed, hanged, drowned, died, dies, dying, dead, death, passed away, passed on, end of life, last days, last
    hours, final days, final hours, palliative, rip, admitted, readmitted, discharged, came in, brought in, rushed in,
    blue-lighted, blue lighted, transferred, resus, cpr, intubated, ventilated, ventilator, sedated, coma,
    unconscious, unresponsive, choked, choking, bleeding, bleed, haemorrhage, haemorrhaged, transplant, dialysis,
    chemo, chemotherapy, radiotherapy, amputation, amputated, amputee, surgery, operation, operated, hip replacement,
    knee replacement, caesarean, c-section, miscarriage, miscarried, stillbirth, stillborn, gave birth, born,
    delivered, in labour, twins, triplets, pregnant, termination, abortion, biopsy, catheter, stoma, peg, feeding
    tube, pacemaker, wound, wounds, burns, burnt, scald, scalded, bruises, bruised, swallowed, allergic reaction,
    rash, lump, chest pain, confused, wandered, wandering, went missing, gone missing, missing from, nil by mouth,
    incontinent, aggressive, agitated, evicted, homeless, drunk, detox, heroin, addict, alcoholic, intoxicated, locked
    in, arrested, taken into care, adopted, fostered, lost her leg, lost his leg, can't walk, diagnosis, diagnosed,
    relapsed, deteriorated, in a&e, to a&e
    """

# What stands behind an illness where people speak of work, not of somebody.
TOPICS = """
    training, awareness, week, day, month, course, study, studies, research, conference, talk, webinar, guidance,
    guideline, guidelines, leaflet, leaflets, poster, policy, pathway, service, services, clinic, clinics, team, lead,
    nurse, nurses, specialist, specialists, friend, friends, friendly, café, cafe, care, strategy, action, alliance,
    uk, season, jab, jabs, vaccine, prevention, control, audit, bundle, toolkit, app, video, chart, charts, list,
    card, cards, technique, passport, review, reviews, record, records, book, survey, project, campaign, link,
    champion, champions, group, network, of
    """

MEDICINES = """
    tablet, tablets, pill, pills, meds, medicine, medicines, medication, medications, dose, doses, dosage, insulin,
    inhaler, inhalers, antibiotic, antibiotics, statin, statins, warfarin, heparin, steroid, steroids, prednisolone,
    paracetamol, ibuprofen, aspirin, codeine, morphine, tramadol, diazepam, amoxicillin, penicillin, metformin, digoxin,
    ramipril, omeprazole, amlodipine, bisoprolol, furosemide, gabapentin, citalopram, sertraline, fluoxetine,
    antidepressant, antidepressants, antipsychotic, antipsychotics, blood thinner, blood thinners, painkiller,
    painkillers, water tablets, laxative, laxatives, lactulose, senna, the pill, hrt, nurofen, calpol, piriton, beta
    blocker, beta blockers, patches, oxygen, methotrexate, lithium, risperidone, haloperidol, thyroxine, folic acid
    """
