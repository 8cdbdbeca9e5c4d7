"""Given names and parts of surnames of ten languages beside Kazakh, each with its Russian form.

The people are invented: stems of surnames are put together at random; given names are common ones.
``native=Russian``; where nothing stands after the name, the Russian form follows from the letters.
"""

from bench.alphabets import (
    AZERBAIJANI_RUSSIAN,
    KYRGYZ_RUSSIAN,
    TAJIK_RUSSIAN,
    TURKISH_RUSSIAN,
    TURKMEN_RUSSIAN,
    UZBEK_RUSSIAN,
    Table,
)

MEN = {
    "Russian": """
        Александр Алексей Андрей Антон Артём Борис Вадим Валерий Василий Виктор Виталий Владимир Геннадий
        Григорий Денис Дмитрий Евгений Егор Иван Игорь Илья Кирилл Константин Леонид Максим Михаил Николай
        Олег Павел Пётр Роман Сергей Степан Тимофей Фёдор Юрий Ярослав""",
    "Belarusian": """
        Аляксандр=Александр Аляксей=Алексей Андрэй=Андрей Арцём=Артём Віктар=Виктор Дзмітрый=Дмитрий
        Дзяніс=Денис Ігар=Игорь Кірыл=Кирилл Мікалай=Николай Мікіта=Никита Павел=Павел
        Раман=Роман Сяргей=Сергей Сцяпан=Степан Уладзімір=Владимир Уладзіслаў=Владислав Юрый=Юрий
        Яўген=Евгений Ілля=Илья""",
    "Ukrainian": """
        Олександр=Александр Олексій=Алексей Андрій=Андрей Богдан=Богдан Василь=Василий Віктор=Виктор
        Володимир=Владимир Григорій=Григорий Дмитро=Дмитрий Євген=Евгений Ігор=Игорь Кирило=Кирилл
        Максим=Максим Микола=Николай Михайло=Михаил Олег=Олег Павло=Павел Петро=Пётр Роман=Роман
        Сергій=Сергей Степан=Степан Юрій=Юрий""",
    "Azerbaijani": """
        Elçin Rəşad İlqar Cavid=Джавид Vüqar Həsən Hüseyn=Гусейн Əli=Али Namiq Ceyhun Tofiq Qurban Fuad
        Rəsul Emin=Эмин Anar Elnur=Эльнур Ramin Rövşən Səbuhi Taleh Xəyal Zaur""",
    "Uzbek": """
        Otabek Shavkat Sherzod Ulug‘bek=Улугбек Jasur Bobur Akmal Dilshod Ravshan To‘lqin=Тулкин Xurshid
        Mirzo Azizbek Nodir Jamshid Sardor Alisher Farrux Botir O‘ktam=Уктам Erkin=Эркин Elyor=Эльёр""",
    "Kyrgyz": """
        Нурбек Азамат Бакыт Эркин Өмүрбек Сыймык Темирлан Улан Жаныбек Чынгыз Данияр Кубаныч Мирлан Талант
        Эмил Үсөн Жээнбек Кылыч Төлөгөн Ырысбек""",
    "Tajik": """
        Шамсиддин Раҳматулло Сайфулло Ҷамшед Фирӯз Хуршед Абдуқодир Далер Баҳром Умед Ғайрат Меҳроҷ Сорбон
        Зафар Парвиз Илҳом Қурбон Нуриддин Исломиддин""",
    "Turkmen": """
        Myrat Gurban Döwlet Orazgeldi Batyr Nurýagdy Çary Jumamyrat Serdar Maksat Aşyr Baýram Hojamyrat
        Allanur Guwanç Kerim""",
    "Turkish": """
        Mehmet Ahmet Çağlar Oğuz Şükrü İbrahim Hüseyin=Хюсейн Yusuf=Юсуф Cem Barış Ömer Kaan Tuğrul Serkan
        Ercan=Эрджан Volkan Onur""",
}
WOMEN = {
    "Russian": """
        Александра Алина Анастасия Анна Валентина Вера Виктория Галина Дарья Евгения Екатерина Елена Ирина
        Ксения Лариса Людмила Марина Мария Надежда Наталья Нина Ольга Полина Раиса Светлана София Тамара
        Татьяна Юлия""",
    "Belarusian": """
        Алена=Елена Ганна=Анна Вольга=Ольга Вераніка=Вероника Ірына=Ирина Кацярына=Екатерина Марына=Марина
        Марыя=Мария Наталля=Наталья Святлана=Светлана Таццяна=Татьяна Яўгенія=Евгения Надзея=Надежда
        Вікторыя=Виктория""",
    "Ukrainian": """
        Олена=Елена Ганна=Анна Ольга=Ольга Вероніка=Вероника Ірина=Ирина Катерина=Екатерина Марина=Марина
        Марія=Мария Наталія=Наталья Світлана=Светлана Тетяна=Татьяна Надія=Надежда Людмила=Людмила
        Юлія=Юлия""",
    "Azerbaijani": """
        Leyla=Лейла Nigar Xədicə Günel Aygün=Айгюн Sevinc Gülnar=Гюльнар Səbinə Könül Ülviyyə=Ульвия
        Aytən=Айтен Pərvanə""",
    "Uzbek": """
        Gulnora Dilfuza Nodira Zulfiya Malika Lola Feruza Shahnoza O‘g‘iloy=Угилой Sevara Yulduz Mohira
        Nilufar Barno""",
    "Kyrgyz": """
        Айгүл=Айгуль Жылдыз Гүлмира Бермет Чолпон Каныкей Назгүл=Назгуль Нургүл=Нургуль Мээрим Айпери
        Жамиля""",
    "Tajik": "Гулнора Мавҷуда Зебо Шаҳноза Фотима Нигина Манижа Парвина Маҳбуба Ҷамила Заррина Шоира",
    "Turkmen": "Aýgül=Айгуль Oguljan Bahar Maral Ogulsapar Jeren Güljemal Sona Enejan=Энеджан",
    "Turkish": "Ayşe=Айше Şeyma Gülşen Zeynep Özlem Çiğdem Elif=Элиф Nurcan Büşra Hatice",
}
STEMS = {
    "Russian": """
        Кар Бер Зол Мох Тар Сыр Вор Лоб Гол Дуб Кол Мел Рож Сав Тих Чер Ших Щук Южн Яз Ель Жур Пят""",
    "Belarusian": """
        Кавал=Ковал Гарб=Горб Дзям=Дем Цімаш=Тимош Вераб=Вороб Зелян=Зелен Бараз=Бороз Лявон=Леон
        Пятрак=Петрак Цярэш=Тереш Харош=Хорош Сцеп=Степ Дуб=Дуб Малах=Малах Хадас=Ходас Сямён=Семён
        Чыж=Чиж""",
    "Ukrainian": """
        Ковал=Ковал Горб=Горб Дем=Дем Тимош=Тимош Вороб=Вороб Зелен=Зелен Мельн=Мельн Левч=Левч Степ=Степ
        Гнат=Гнат Сіряч=Сиряч Бондар=Бондар Щерб=Щерб Їжак=Ежак Хмар=Хмар Юшк=Юшк""",
    "Azerbaijani": """
        Məmməd=Мамед Cəfər Quli İsmayıl Əhməd=Ахмед Bağır Rüstəm Xəlil Səfər Abbas Novruz Qasım Şükür Nəbi
        Vəli Zöhrab Həmid""",
    "Uzbek": """
        Abdurahmon Karim Toshmat Qodir Yo‘ldosh=Юлдаш Xolmat Sattor Umar G‘afur Ergash=Эргаш Hamid Jo‘ra
        Rahim Shodmon Usmon Nishon""",
    "Kyrgyz": """
        Жээнбек Асан Токтогул Сыдык Эсен Өмүр Турган Бакый Чоро Кадыр Мамыт Жакып Эшимбек Үмөт Кожо""",
    "Tajik": "Раҳмон Саид Ҳаким Қодир Шариф Назар Мирзо Юсуф Ғафур Ҷӯра Қурбон Зоҳир Холиқ Шоҳ Амон",
    "Turkmen": "Anna Berdi Gurban Nury Oraz Sapar Hojaý Çaryý Meret Agaý Döwlet Şyh Babaý Ýaz",
    "Turkish": """
        Yıldız Şahin Çelik Öztürk Aydın=Айдын Koç Güneş Kılıç Doğan Aksoy Karataş Yılmaz Özkan Işık Ünal
        Çağlayan""",
}
# Endings of surnames, native=Russian; "/" parts the masculine from the feminine
ENDS = {
    "Russian": "ов/ова ев/ева ин/ина ский/ская енко ук ых ович",
    "Belarusian": """
        овіч=ович эвіч=евич ёнак=ёнок ко=ко оўскі/оўская=овский/овская ук=ук аў/ава=ов/ова
        іцкі/іцкая=ицкий/ицкая""",
    "Ukrainian": "енко=енко чук=чук ук=ук ський/ська=ский/ская івський/івська=овский/овская ко=ко ів=ов",
    "Azerbaijani": "ov/ova=ов/ова ov/ova=ов/ова li=ли zadə=заде oğlu=оглу",
    "Uzbek": "ov/ova=ов/ова ov/ova=ов/ова iy=ий zoda=зода =",
    "Kyrgyz": "ов/ова=ов/ова ов/ова=ов/ова ев/ева=ев/ева =",
    "Tajik": "ов/ова=ов/ова зода=зода ӣ=и ов/ова=ов/ова ён=ён",
    "Turkmen": "ow/owa=ов/ова ow/owa=ов/ова ew/ewa=ев/ева =",
    "Turkish": "= = lı=лы oğlu=оглу er=эр",
}
RUSSIAN_LETTERS: dict[str, Table] = {
    "Azerbaijani": AZERBAIJANI_RUSSIAN,
    "Uzbek": UZBEK_RUSSIAN,
    "Kyrgyz": KYRGYZ_RUSSIAN,
    "Tajik": TAJIK_RUSSIAN,
    "Turkmen": TURKMEN_RUSSIAN,
    "Turkish": TURKISH_RUSSIAN,
}

# Arabic and Persian: Arabic letters, then spellings that papers use, the Russian one last
ARABIC_MEN = """محمد|Muhammad|Mohammed|Mohamed|Мухаммад
أحمد|Ahmad|Ahmed|Ахмад
حسین|Hussein|Husayn|Hossein|Хусейн
علي|Ali|Aly|Али
خالد|Khalid|Khaled|Халид
يوسف|Yusuf|Youssef|Yousef|Юсуф
عمر|Omar|Umar|Омар
إبراهيم|Ibrahim|Ebrahim|Ибрагим
سعيد|Said|Saeed|Sa‘id|Саид
مصطفى|Mustafa|Mostafa|Moustapha|Мустафа
عبد الرحمن|Abd al-Rahman|Abdulrahman|Abdel Rahman|Абдуррахман
طارق|Tariq|Tarek|Тарик
محمود|Mahmoud|Mahmud|Махмуд
رضا|Reza|Riza|Реза
مهدی|Mehdi|Mahdi|Мехди
حمید|Hamid|Hameed|Хамид"""
ARABIC_WOMEN = """فاطمة|Fatima|Fatma|Fatemeh|Фатима
مريم|Maryam|Mariam|Марьям
زينب|Zaynab|Zeinab|Zaineb|Зейнаб
ليلى|Layla|Leila|Laila|Лейла
نرگس|Narges|Nargis|Наргес
شیرین|Shirin|Shireen|Ширин
نسرین|Nasrin|Nasreen|Насрин
سارة|Sara|Sarah|Сара"""
ARABIC_SURNAMES = """المصري|al-Masri|el-Masry|Al Masri|аль-Масри
حداد|Haddad|Hadad|Хаддад
الشامي|al-Shami|ash-Shami|El Shami|аш-Шами
قاسم|Qasim|Kassem|Qassem|Касем
رضائی|Rezaei|Rezai|Rezaee|Резаи
کریمی|Karimi|Kareemi|Карими
نوری|Nouri|Nuri|Noori|Нури
هاشمی|Hashemi|Hashimi|Хашеми
جعفری|Jafari|Djafari|Джафари
موسوی|Mousavi|Musavi|Moussavi|Мусави
العلي|al-Ali|Al Ali|el-Aly|аль-Али
منصور|Mansour|Mansur|Mansoor|Мансур
خلیلی|Khalili|Xalili|Халили
الخطيب|al-Khatib|El Khatib|al-Khateeb|аль-Хатиб
صالح|Saleh|Salih|Салех
درویش|Darwish|Darwich|Derwisch|Дарвиш"""
