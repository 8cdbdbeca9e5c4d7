"""How reports put it: many ways to say one thing, in invented sentences."""

import pytest

DAY = "2023-06-15"

TOLD = [
    (
        "After the arrest of blogger Oleksiy Marunych on 3 May, his wife was searched at the border.",
        ["Oleksiy Marunych: detention @2023-05-03", "(1): search @2023-05-03"],
    ),
    (
        "Yusuf Karadeniz was arrested for seven days, Emre Toprak for ten and Selin Aksoy for fifteen.",
        [
            "Yusuf Karadeniz: administrative_arrest #administrative_arrest P7D",
            "Emre Toprak: administrative_arrest #administrative_arrest P10D",
            "Selin Aksoy: administrative_arrest #administrative_arrest P15D",
        ],
    ),
    (
        "On 4 April the court gave Nurlan Baitas six years, and his brother Kanat Baitas four.",
        ["Nurlan Baitas: sentence @2023-04-04 #imprisonment P6Y", "Kanat Baitas: sentence #imprisonment P4Y"],
    ),
    (
        'Trần Văn Lộc, a 41-year-old land rights activist from Nghệ An, was sentenced to nine years in prison and three years of probation for "propaganda against the state".',
        ["Trần Văn Lộc: sentence #imprisonment P9Y; probation P3Y"],
    ),
    (
        "Mahmoud El-Sherbini faces charges of spreading false news and has been remanded for 15 days pending investigation.",
        ["Mahmoud El-Sherbini: charge", "Mahmoud El-Sherbini: pretrial_detention"],
    ),
    (
        "Journalist Hamid Rostami faces up to ten years in prison on charges of insulting the Supreme Leader.",
        ["Hamid Rostami: charge"],
    ),
    (
        "Li Guoqiang was taken away by state security agents from his home in Chengdu on 9 May and has not been heard from since.",
        ["Li Guoqiang: detention @2023-05-09"],
    ),
    (
        "Officers searched the apartments of Gulmira Saparova and Denis Lunin and seized computers and phones.",
        ["Gulmira Saparova: search", "Denis Lunin: search"],
    ),
    (
        '"They put a bag over my head and beat me until I fainted," said Ruslan Tagirov, who spent three weeks in the detention centre.',
        ["Ruslan Tagirov: ill_treatment"],
    ),
    ("The trial of poet Anwar Sediqi began on 12 June in Herat.", ["Anwar Sediqi: trial @2023-06-12"]),
    (
        "The Supreme Court reduced the sentence of Viktor Palamar from eight to five years.",
        ["Viktor Palamar: appeal"],
    ),
    (
        'Teacher Aliya Dosym was dismissed from School No. 12 for "immoral behaviour" after her post.',
        ["Aliya Dosym: dismissal"],
    ),
    ("Sergei Drobot was released on parole on 11 March.", ["Sergei Drobot: release @2023-03-11"]),
    (
        "Border guards turned lawyer Leyla Gasanli back at the airport on 20 May: she is barred from leaving the country.",
        ["Leyla Gasanli: travel_ban"],
    ),
    ("The bank accounts of editor Pavel Sudnik were frozen on 5 June.", ["Pavel Sudnik: financial_listing"]),
    (
        "Ibrahim Toure died in custody on 8 June; his family says he had been beaten.",
        ["Ibrahim Toure: death @2023-06-08", "Ibrahim Toure: ill_treatment"],
    ),
    ("The body of Askar Beisen was found with gunshot wounds.", ["Askar Beisen: death"]),
    (
        "The president pardoned journalist Mehriban Aslanova and 12 other prisoners on 17 May.",
        ["Mehriban Aslanova: release @2023-05-17"],
    ),
    (
        "The court ordered Jehovah's Witness Andrei Fokin to pay a fine of 500,000 roubles.",
        ["Andrei Fokin: fine #fine 500000 RUB"],
    ),
    ("Andrei Fokin was ordered to pay 500,000 roubles.", ["Andrei Fokin: fine #fine 500000 RUB"]),
    (
        "Investigators have opened a criminal case against Yana Horbunova under Article 361-4.",
        ["Yana Horbunova: charge"],
    ),
    ("A criminal case was opened against Yana Horbunova in March.", ["Yana Horbunova: charge @2023-03"]),
    (
        "Yana Horbunova was found guilty of extremism and handed a five-year suspended sentence.",
        ["Yana Horbunova: sentence #suspended P5Y"],
    ),
    (
        "A five-year suspended sentence was handed to Yana Horbunova.",
        ["Yana Horbunova: sentence #suspended P5Y"],
    ),
    ("Maksim Yarosh was placed in a punishment cell for 15 days.", ["Maksim Yarosh: ill_treatment"]),
    ("Prison staff denied Maksim Yarosh medical care for months.", ["Maksim Yarosh: ill_treatment"]),
    (
        "Unknown men attacked reporter Gulnoza Karim outside her house and broke her nose.",
        ["Gulnoza Karim: ill_treatment"],
    ),
    ("Gulnoza Karim was kidnapped by men in masks on 3 June.", ["Gulnoza Karim: abduction @2023-06-03"]),
    ("Masked men abducted Gulnoza Karim.", ["Gulnoza Karim: abduction"]),
    (
        "Gulnoza Karim has been missing since 3 June, when men in plain clothes forced her into a car.",
        ["Gulnoza Karim: abduction"],
    ),
    ("Police summoned activist Botagoz Nur for questioning.", ["Botagoz Nur: interrogation"]),
    (
        "Botagoz Nur was questioned for five hours about her links to the group.",
        ["Botagoz Nur: interrogation"],
    ),
    (
        "On 6 June, Botagoz Nur was called to the police station and warned that she would be charged if she attended the rally.",
        ["Botagoz Nur: interrogation", "Botagoz Nur: threat"],
    ),
    ("Botagoz Nur received an official warning from the prosecutor's office.", ["Botagoz Nur: threat"]),
    ("Stepan Hladkou remains in custody.", ["Stepan Hladkou: pretrial_detention"]),
    (
        "The court extended Stepan Hladkou's detention until 15 August.",
        ["Stepan Hladkou: pretrial_detention"],
    ),
    (
        "The court remanded Stepan Hladkou in custody for two months.",
        ["Stepan Hladkou: pretrial_detention #pretrial P2M"],
    ),
    (
        "A Moscow court ordered that Stepan Hladkou be held in pre-trial detention until August.",
        ["Stepan Hladkou: pretrial_detention"],
    ),
    ("Stepan Hladkou was released under house arrest.", ["Stepan Hladkou: house_arrest"]),
    ("Stepan Hladkou was freed on bail on 7 June.", ["Stepan Hladkou: release @2023-06-07"]),
    ("Stepan Hladkou was let go after three hours.", ["Stepan Hladkou: release"]),
    ("Charges against Stepan Hladkou were dropped on 7 June.", ["Stepan Hladkou: other @2023-06-07"]),
    ("The court acquitted Stepan Hladkou.", ["Stepan Hladkou: other"]),
    ("The case against Stepan Hladkou was closed for lack of evidence.", ["Stepan Hladkou: other"]),
    (
        "Imprisoned lawyer Zhou Wenbin, who is serving a 12-year term, was moved to another prison.",
        ["Zhou Wenbin: sentence"],
    ),
    (
        "Zhou Wenbin is serving a 12-year prison term in Shandong.",
        ["Zhou Wenbin: sentence #imprisonment P12Y"],
    ),
    ("Zhou Wenbin got 12 years.", ["Zhou Wenbin: sentence #imprisonment P12Y"]),
    ("A Beijing court jailed Zhou Wenbin for 12 years.", ["Zhou Wenbin: sentence #imprisonment P12Y"]),
    (
        "Zhou Wenbin, sentenced in 2019 to 12 years in prison, has been denied family visits.",
        ["Zhou Wenbin: sentence @2019 #imprisonment P12Y"],
    ),
    (
        "Three members of the group - Bakyt Orozov, Nurbek Toktosun and Elnura Kadyr - were detained on 1 June.",
        [
            "Bakyt Orozov: detention @2023-06-01",
            "Nurbek Toktosun: detention @2023-06-01",
            "Elnura Kadyr: detention @2023-06-01",
        ],
    ),
    (
        "Among those detained were the photographer Timur Aliyev and student Kamila Beknazarova.",
        ["Timur Aliyev: detention", "Kamila Beknazarova: detention"],
    ),
    (
        "The detainees include Timur Aliyev and Kamila Beknazarova.",
        ["Timur Aliyev: detention", "Kamila Beknazarova: detention"],
    ),
    (
        "Timur Aliyev and his wife, Zarina Aliyeva, were detained at their home.",
        ["Timur Aliyev: detention", "Zarina Aliyeva: detention"],
    ),
    ("Security forces killed at least 12 protesters in the town.", ["(12): death"]),
    ("Police arrested more than 40 people at the march.", ["(41): detention"]),
    ("Some 200 people were fined.", ["(200): fine"]),
    (
        "The editor of the website Svoboda Plus, Mikhail Zaretsky, was jailed for 15 days.",
        ["Mikhail Zaretsky: administrative_arrest"],
    ),
    (
        "A judge jailed Mikhail Zaretsky for 15 days for disobeying police.",
        ["Mikhail Zaretsky: administrative_arrest #administrative_arrest P15D"],
    ),
    (
        "Mikhail Zaretsky was given 15 days of arrest.",
        ["Mikhail Zaretsky: administrative_arrest #administrative_arrest P15D"],
    ),
    (
        "Mikhail Zaretsky received 15 days' administrative detention.",
        ["Mikhail Zaretsky: administrative_arrest #administrative_arrest P15D"],
    ),
    ("Mikhail Zaretsky has been designated a foreign agent.", ["Mikhail Zaretsky: other"]),
    (
        'The Justice Ministry added Mikhail Zaretsky to its register of "foreign agents" on 2 June.',
        ["Mikhail Zaretsky: other @2023-06-02"],
    ),
    (
        "Mikhail Zaretsky was added to the list of terrorists and extremists.",
        ["Mikhail Zaretsky: financial_listing"],
    ),
    ("Mikhail Zaretsky was put on the wanted list.", ["Mikhail Zaretsky: other"]),
    ("Mikhail Zaretsky has been stripped of his citizenship.", ["Mikhail Zaretsky: other"]),
    ("Mikhail Zaretsky was deported to Georgia.", ["Mikhail Zaretsky: other"]),
    (
        "Mikhail Zaretsky was forcibly committed to a psychiatric hospital.",
        ["Mikhail Zaretsky: forced_psychiatry"],
    ),
    (
        "The hacker attack on Mikhail Zaretsky's Telegram account took place on 1 June.",
        ["Mikhail Zaretsky: account_attack"],
    ),
    ("Mikhail Zaretsky's Facebook page was hacked.", ["Mikhail Zaretsky: account_attack"]),
    (
        "Mikhail Zaretsky told RFE/RL that police had tortured him with electric shocks.",
        ["Mikhail Zaretsky: ill_treatment"],
    ),
    (
        "Mikhail Zaretsky, who was detained on 4 June, was charged on 6 June with inciting hatred.",
        ["Mikhail Zaretsky: detention @2023-06-04", "Mikhail Zaretsky: charge @2023-06-06"],
    ),
    (
        "Following a raid on his home on 1 June, Mikhail Zaretsky fled the country.",
        ["Mikhail Zaretsky: search @2023-06-01"],
    ),
    ("FSB officers raided Mikhail Zaretsky's home on 1 June.", ["Mikhail Zaretsky: search @2023-06-01"]),
    (
        "Police burst into Mikhail Zaretsky's flat and turned everything upside down.",
        ["Mikhail Zaretsky: search"],
    ),
    (
        "Police arrested Mikhail Zaretsky, the son of former minister Ivan Zaretsky.",
        ["Mikhail Zaretsky: detention"],
    ),
    (
        "Judge Alena Shylko sentenced Mikhail Zaretsky to three years.",
        ["Mikhail Zaretsky: sentence #imprisonment P3Y"],
    ),
    ("Mikhail Zaretsky: 3 years' imprisonment.", ["Mikhail Zaretsky: sentence #imprisonment P3Y"]),
    (
        "Mikhail Zaretsky - sentenced to 3 years in a penal colony under Article 342.",
        ["Mikhail Zaretsky: sentence #imprisonment P3Y"],
    ),
    ("Mikhail Zaretsky's sentencing took place on 1 June: 3 years.", ["Mikhail Zaretsky: sentence"]),
    ("Iran hanged Reza Golshani on 2 June.", ["Reza Golshani: death"]),
    ("Reza Golshani was executed at dawn.", ["Reza Golshani: death"]),
    (
        "Reza Golshani was sentenced to death by a revolutionary court.",
        ["Reza Golshani: sentence #death_penalty"],
    ),
    ("Reza Golshani received a sentence of 74 lashes and two years in prison.", ["Reza Golshani: sentence"]),
    ("Reza Golshani was flogged.", ["Reza Golshani: ill_treatment"]),
    ("Reza Golshani began serving his sentence on 3 June.", ["Reza Golshani: sentence"]),
    (
        "Ms. Phan Thị Hoa was arrested at her home in Ho Chi Minh City and charged under Article 117 of the Penal Code.",
        ["Phan Thị Hoa: detention", "Phan Thị Hoa: charge"],
    ),
    (
        "Abdulrahman Al-Qahtani was arrested by State Security in Riyadh.",
        ["Abdulrahman Al-Qahtani: detention"],
    ),
    ("Nguyễn Quốc Bảo is under de facto house arrest.", ["Nguyễn Quốc Bảo: house_arrest"]),
    ("Officers confiscated the passport of Nguyễn Quốc Bảo.", ["Nguyễn Quốc Bảo: travel_ban"]),
    ("Nguyễn Quốc Bảo was expelled from university.", ["Nguyễn Quốc Bảo: dismissal"]),
    ("Nguyễn Quốc Bảo lost her job at the library.", ["Nguyễn Quốc Bảo: dismissal"]),
    ("The bar association disbarred lawyer Leyla Gasanli.", ["Leyla Gasanli: ban_on_activity"]),
    (
        "Leyla Gasanli was barred from practising law for three years.",
        ["Leyla Gasanli: ban_on_activity #ban P3Y"],
    ),
    (
        "The court also banned Leyla Gasanli from journalism for five years.",
        ["Leyla Gasanli: ban_on_activity #ban P5Y"],
    ),
    ("The mayor's office refused to let Leyla Gasanli hold a rally.", ["Leyla Gasanli: assembly_refusal"]),
    ("Leyla Gasanli was granted asylum in Germany.", ["Leyla Gasanli: asylum_decision"]),
    ("Colonel Bakyt Sarsen was sentenced to five years for torturing detainees.", ["Bakyt Sarsen: sentence"]),
    ("12:10 Police detain Askar Orynbek outside the court.", ["Askar Orynbek: detention"]),
    ("14:30 Askar Orynbek released without charge.", ["Askar Orynbek: release"]),
    ("Askar Orynbek detained again.", ["Askar Orynbek: detention"]),
    ("May 5. Askar Orynbek is detained near the square.", ["Askar Orynbek: detention @2023-05-05"]),
    ("May 6: court fines Askar Orynbek 60,000 tenge.", ["Askar Orynbek: fine @2023-05-06 #fine 60000 KZT"]),
    ("Police arrest activist Askar Orynbek", ["Askar Orynbek: detention"]),
    ("Activist Askar Orynbek Gets 15 Days In Jail", ["Askar Orynbek: administrative_arrest"]),
    (
        "The verdicts:\n- Anton Rudak: 5 years\n- Yauhen Tsurko: 3 years and 6 months\n- Vera Kniha: 2 years, suspended",
        [
            "Anton Rudak: sentence #imprisonment P5Y",
            "Yauhen Tsurko: sentence #imprisonment P3Y6M",
            "Vera Kniha: sentence #suspended P2Y",
        ],
    ),
    (
        "Anton Rudak (5 years), Yauhen Tsurko (4 years) and Vera Kniha (2 years suspended) were convicted on 5 June.",
        [
            "Anton Rudak: sentence #imprisonment P5Y",
            "Yauhen Tsurko: sentence #imprisonment P4Y",
            "Vera Kniha: sentence #suspended P2Y",
        ],
    ),
    (
        "Anton Rudak – 5 years; Yauhen Tsurko – 4 years; Vera Kniha – 2 years suspended.",
        [
            "Anton Rudak: sentence #imprisonment P5Y",
            "Yauhen Tsurko: sentence #imprisonment P4Y",
            "Vera Kniha: sentence #suspended P2Y",
        ],
    ),
    (
        "Detained on 5 June: Anton Rudak, Yauhen Tsurko, Vera Kniha.",
        [
            "Anton Rudak: detention @2023-06-05",
            "Yauhen Tsurko: detention @2023-06-05",
            "Vera Kniha: detention @2023-06-05",
        ],
    ),
    (
        "Still in custody: Anton Rudak and Yauhen Tsurko. Released: Vera Kniha.",
        ["Anton Rudak: pretrial_detention", "Yauhen Tsurko: pretrial_detention", "Vera Kniha: release"],
    ),
    (
        "Of the five, only Vera Kniha was released; Anton Rudak and Yauhen Tsurko are still being held.",
        ["Vera Kniha: release", "Anton Rudak: detention", "Yauhen Tsurko: detention"],
    ),
    ("Vera Kniha is home again.", ["Vera Kniha: release"]),
    ("Vera Kniha has been allowed to go home.", ["Vera Kniha: release"]),
    ("Vera Kniha is free.", ["Vera Kniha: release"]),
    ("Vera Kniha left the colony on 5 June, her sentence served.", ["Vera Kniha: release @2023-06-05"]),
    (
        "The charges against Vera Kniha have been dropped and she was let out on 5 June.",
        ["Vera Kniha: other", "Vera Kniha: release @2023-06-05"],
    ),
    ("A judge ordered the release of Vera Kniha.", ["Vera Kniha: release"]),
    ("The release of Vera Kniha on 5 June came as a surprise.", ["Vera Kniha: release @2023-06-05"]),
    ("They came for Anton Rudak at six in the morning.", ["Anton Rudak: detention"]),
    ("Anton Rudak's arrest on 5 June was the third this year.", ["Anton Rudak: detention @2023-06-05"]),
    (
        "Police came to Anton Rudak's house on 5 June, searched it and took him away.",
        ["Anton Rudak: search @2023-06-05", "Anton Rudak: detention @2023-06-05"],
    ),
    ("Anton Rudak was led out of the courtroom in handcuffs.", ["Anton Rudak: detention"]),
    ("Anton Rudak was grabbed on the street by plainclothes men.", ["Anton Rudak: detention"]),
    ("Anton Rudak spent the night in a cell.", ["Anton Rudak: detention"]),
    ("Anton Rudak has been behind bars since 5 May 2022.", ["Anton Rudak: pretrial_detention @2022-05-05"]),
    (
        "Anton Rudak, who has been held since 5 May 2022, will be tried in July.",
        ["Anton Rudak: detention @2022-05-05"],
    ),
    ("Anton Rudak, arrested in May 2022, will be tried in July.", ["Anton Rudak: detention @2022-05"]),
    (
        "The sixteen months that Anton Rudak spent in custody count towards his sentence.",
        ["Anton Rudak: pretrial_detention"],
    ),
    (
        "Anton Rudak: detained on 5 June, fined 50 base units on 6 June, released the same day.",
        [
            "Anton Rudak: detention @2023-06-05",
            "Anton Rudak: fine @2023-06-06 #fine 50 base units",
            "Anton Rudak: release @2023-06-06",
        ],
    ),
    ("Anton Rudak must serve nine years.", ["Anton Rudak: sentence #imprisonment P9Y"]),
    ("Anton Rudak will spend the next nine years in prison.", ["Anton Rudak: sentence #imprisonment P9Y"]),
    (
        "Nine years in a strict-regime colony: such is the sentence of Anton Rudak.",
        ["Anton Rudak: sentence #imprisonment P9Y"],
    ),
    ("The judge handed Anton Rudak nine years.", ["Anton Rudak: sentence #imprisonment P9Y"]),
    ("The judge handed down nine years to Anton Rudak.", ["Anton Rudak: sentence #imprisonment P9Y"]),
    (
        "Anton Rudak was jailed for nine years on Monday.",
        ["Anton Rudak: sentence @2023-06-12 #imprisonment P9Y"],
    ),
    ("Anton Rudak was imprisoned for nine years in 2021.", ["Anton Rudak: sentence @2021 #imprisonment P9Y"]),
    ("A nine-year sentence was passed on Anton Rudak.", ["Anton Rudak: sentence #imprisonment P9Y"]),
    ("A court imposed a nine-year prison term on Anton Rudak.", ["Anton Rudak: sentence #imprisonment P9Y"]),
    ("Anton Rudak lost his appeal on 5 June.", ["Anton Rudak: appeal @2023-06-05"]),
    ("Anton Rudak's appeal was rejected.", ["Anton Rudak: appeal"]),
    ("An appeal by Anton Rudak was rejected on 5 June.", ["Anton Rudak: appeal @2023-06-05"]),
    ("On appeal, Anton Rudak's sentence was raised to ten years.", ["Anton Rudak: sentence"]),
    (
        "The regional court overturned the conviction of Anton Rudak and sent the case back.",
        ["Anton Rudak: appeal"],
    ),
    ("Guards beat Anton Rudak with batons on 5 June.", ["Anton Rudak: ill_treatment @2023-06-05"]),
    ("Anton Rudak was hit in the face.", ["Anton Rudak: ill_treatment"]),
    ("Anton Rudak says he was beaten in the police van.", ["Anton Rudak: ill_treatment"]),
    (
        "Anton Rudak described how officers kicked him and put a gas mask over his head.",
        ["Anton Rudak: ill_treatment"],
    ),
    ("An officer twisted Anton Rudak's arm.", ["Anton Rudak: ill_treatment"]),
    ("Police told Anton Rudak that his children would be taken away.", ["Anton Rudak: threat"]),
    ("Anton Rudak was told he would lose his job.", ["Anton Rudak: threat"]),
    ("Guards threatened to rape Anton Rudak.", ["Anton Rudak: threat"]),
    ("Strangers threatened Anton Rudak by telephone.", ["Anton Rudak: threat"]),
    ("Anton Rudak was ordered to pay 3,000 euros.", ["Anton Rudak: fine #fine 3000 EUR"]),
    ("The fine against Anton Rudak: 3,000 euros.", ["Anton Rudak: fine #fine 3000 EUR"]),
    ("Anton Rudak was placed under house arrest on 5 June.", ["Anton Rudak: house_arrest @2023-06-05"]),
    ("Anton Rudak may not leave his flat.", ["Anton Rudak: house_arrest"]),
    ("Anton Rudak died on 5 June in Prison No. 4.", ["Anton Rudak: death @2023-06-05"]),
    (
        "Anton Rudak was shot in the back by a sniper on 5 June and died in hospital.",
        ["Anton Rudak: death @2023-06-05"],
    ),
    ("Police have not found out who killed Anton Rudak.", ["Anton Rudak: death"]),
    (
        "Anton Rudak's home was searched on 5 June, and his phone and laptop were taken.",
        ["Anton Rudak: search @2023-06-05"],
    ),
    ("A search took place at the home of Anton Rudak.", ["Anton Rudak: search"]),
    (
        "Vera Kniha was not allowed to board a flight to Warsaw on 5 June.",
        ["Vera Kniha: travel_ban @2023-06-05"],
    ),
    ("Border guards told Vera Kniha that she could not leave the country.", ["Vera Kniha: travel_ban"]),
    (
        "Doctors and nurses who treated the wounded were dismissed, among them Vera Kniha.",
        ["Vera Kniha: dismissal"],
    ),
    ("Vera Kniha, a surgeon, was fired on 5 June.", ["Vera Kniha: dismissal @2023-06-05"]),
    (
        "Vera Kniha, the lawyer of the detained blogger Anton Rudak, was not admitted.",
        ["Anton Rudak: detention"],
    ),
    ("Anton Rudak protested against the arrest of Vera Kniha.", ["Vera Kniha: detention"]),
    ("Judge Elnur Mammadov sentenced Vera Kniha to two years.", ["Vera Kniha: sentence #imprisonment P2Y"]),
    ("A trial against Vera Kniha opened in Brest on 5 June.", ["Vera Kniha: trial @2023-06-05"]),
    ("Vera Kniha was brought before a judge on 5 June.", ["Vera Kniha: trial @2023-06-05"]),
    ("Investigators accuse Vera Kniha of spying.", ["Vera Kniha: charge"]),
    ("Vera Kniha is being investigated for libel.", ["Vera Kniha: charge"]),
    ("A libel case is pending against Vera Kniha.", ["Vera Kniha: charge"]),
    ("Libel proceedings have been opened against Vera Kniha.", ["Vera Kniha: charge"]),
    ("Also detained was Anton Rudak.", ["Anton Rudak: detention"]),
    (
        "Anton Rudak was detained on 3 May, as was Vera Kniha.",
        ["Anton Rudak: detention @2023-05-03", "Vera Kniha: detention"],
    ),
    (
        "Anton Rudak, whom a court had ordered into a psychiatric clinic in May, is ill.",
        ["Anton Rudak: forced_psychiatry @2023-05"],
    ),
    ("Police questioned its organiser, Anton Rudak, for five hours.", ["Anton Rudak: interrogation"]),
    ("At least nine of his colleagues have been called in by the ministry.", ["(9): interrogation"]),
    (
        "Anton Rudak received ten years, Vera Kniha six and a half.",
        [
            "Anton Rudak: sentence #imprisonment P10Y",
            "Vera Kniha: sentence #imprisonment P6Y6M",
        ],
    ),
    (
        "Sentences: Anton Rudak (four years, fraud), Vera Kniha (two years' probation, libel).",
        ["Anton Rudak: sentence #imprisonment P4Y", "Vera Kniha: sentence #probation P2Y"],
    ),
    ("The investigating judge put Anton Rudak under house arrest.", ["Anton Rudak: house_arrest"]),
    (
        "Anton Rudak spent 40 days in the punishment cell.",
        ["Anton Rudak: ill_treatment"],
    ),
    (
        "Anton Rudak, who had left the country in 2020, was sentenced to seven years on 3 May.",
        ["Anton Rudak: sentence @2023-05-03 #imprisonment P7Y"],
    ),
    (
        "Vera Kniha got a warning; Anton Rudak, pardoned in May, was sent home.",
        ["Vera Kniha: other", "Anton Rudak: release @2023-05"],
    ),
]

UNTOLD = [
    "Neither Anton Rudak nor Vera Kniha was fined.",
    "The court saw no grounds to free Vera Kniha.",
    "By evening everyone but Vera Kniha had been released.",
    "The trial of Vera Kniha starts on 22 July.",
    "Put an end to the harassment of Vera Kniha.",
    "If found guilty, Rostami could be jailed for ten years.",
    "He was released on parole on 11 March after serving three years. Sergei Drobot, an engineer, now lives in Riga.",
    "Prosecutors asked for eight years for Yana Horbunova.",
    "He is the third journalist to be jailed this year.",
    "Mikhail Zaretsky denied the charges.",
    "His flat was searched twice.",
    "Mikhail Zaretsky said that the police would detain him.",
    "Mikhail Zaretsky fears arrest.",
    "The article provides for up to five years in prison.",
    "Amnesty International called on the authorities to release Mikhail Zaretsky.",
    "The authorities refused permission for a rally that Leyla Gasanli had applied for.",
    "He has been in pretrial detention since 5 May.",
    "Vera Kniha was not charged.",
    "Vera Kniha was never arrested.",
    "Vera Kniha denies that she was beaten.",
    "No one was detained.",
    "It is not known whether Vera Kniha has been charged.",
    "Vera Kniha might be arrested any day.",
    "Vera Kniha escaped arrest.",
    "Vera Kniha, who helps those arrested, works at home.",
    "Vera Kniha visits prisoners.",
    "Vera Kniha will go on trial on 5 July.",
]


def as_written(claim):
    """A claim as the cases above write it, with everything it has."""
    name = claim.person or claim.organisation or f"({claim.count_min})"
    return f"{name}: {claim.act}", claim.date, claim.outcome


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_is_told_is_found_and_nothing_else(reading, text, wanted):
    found = [as_written(claim) for claim in reading(text, DAY).claims]
    assert len(found) == len(wanted)
    for case in wanted:
        rest, _, outcome = case.partition(" #")
        act, _, day = rest.partition(" @")
        assert any(
            act == one[0] and (not day or day == one[1]) and (not outcome or outcome == one[2])
            for one in found
        ), case


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_not_told_is_not_found(reading, text):
    assert reading(text, DAY).claims == ()
