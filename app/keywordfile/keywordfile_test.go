package keywordfile_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"igny8/app/keywordfile"
)

func read(t *testing.T, name, content string) ([]keywordfile.Row, keywordfile.Report) {
	t.Helper()
	var rows []keywordfile.Row
	report, err := keywordfile.Read(t.Context(), name, strings.NewReader(content), int64(len(content)), keywordfile.Options{},
		func(r keywordfile.Row) error {
			rows = append(rows, r)
			return nil
		})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if report.Rows != report.Accepted+report.Duplicates+report.RejectedCount || report.Accepted != len(rows) {
		t.Fatalf("%s: the counts do not add up: %+v", name, report)
	}
	return rows, report
}

func TestOtherFilesAreRefusedWithASentence(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ content, says string }{
		"photo.png":  {"\x89PNG\r\n\x1a\n", "picture"},
		"photo.jpg":  {"\xff\xd8\xff\xe0", "picture"},
		"book.xlsx":  {"PK\x03\x04 [Content_Types].xml", "damaged"},
		"gsc.zip":    {"PK\x03\x04 Queries.csv", "damaged"},
		"old.xls":    {"\xd0\xcf\x11\xe0\xa1\xb1", ".xlsx"},
		"paper.pdf":  {"%PDF-1.7", "PDF"},
		"empty.csv":  {"", "empty"},
		"bare.csv":   {"Keyword,Volume\n", "no rows"},
		"blank.csv":  {" \r\n\r\n", "empty"},
		"mark.csv":   {"\ufeff", "empty"},
		"binary.csv": {"abc\x00\x01\x02\x03def,ghi\x00", "no text"},
		"wrong.csv":  {"Colour,Size\nred,5\nblue,6\n", "Colour, Size"},
		"huge.csv":   {strings.Repeat("a", keywordfile.MaxBytes+1), "50 MB"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := keywordfile.Read(t.Context(), name, strings.NewReader(c.content), int64(len(c.content)), keywordfile.Options{},
				func(keywordfile.Row) error { return nil })
			var refusal *keywordfile.Refusal
			if !errors.As(err, &refusal) || !strings.Contains(refusal.Sentence, name) || !strings.Contains(refusal.Sentence, c.says) {
				t.Fatalf("got %v, want a sentence with %q and the name", err, c.says)
			}
		})
	}
}

func TestRejectedRowsAreNamed(t *testing.T) {
	t.Parallel()
	rows, report := read(t, "mixed.csv", "Keyword,Volume\nrain barrel,880\n,50\n"+strings.Repeat("x", 10000)+",5\nbad\xffbytes,9\nähnlich,7\ngood,one,two\n=1+1,\nRain  BARREL,900\n")
	if len(rows) != 3 || rows[0].Keyword != "rain barrel" || rows[1].Keyword != "ähnlich" || rows[2].Keyword != "=1+1" {
		t.Fatalf("rows = %+v", rows)
	}
	if *rows[0].Volume != 900 || rows[2].Volume != nil || report.Duplicates != 1 || report.UnknownVolumes != 1 {
		t.Errorf("volumes %v %v, report %+v", rows[0].Volume, rows[2].Volume, report)
	}
	want := map[int]string{3: "no keyword", 4: "10000 characters", 5: "encoding", 7: "3 cells"}
	for _, r := range report.Rejected {
		if says, ok := want[r.Row]; !ok || !strings.Contains(r.Reason, says) {
			t.Errorf("row %d: %q", r.Row, r.Reason)
		}
		delete(want, r.Row)
	}
	if len(want) > 0 {
		t.Errorf("not rejected: %v", want)
	}
}

// Each case is a format with its real quirks and invented words. want describes the first row.
func TestFormats(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, content, format, want string }{
		{"google_us_hose_matching-terms_2026-03-04_10-00-00.csv", "#,Keyword,Country,Difficulty,Volume,CPC,CPS,Parent Keyword,Last Update,SERP Features,Global volume,Traffic potential,Global traffic potential,First seen,Intents,Languages,SV trend (03-2024 - 02-2026),Category\n1,soaker hose,uk,12,900,0.45,1.1,garden hose,2026-01-02,\"Sitelinks, Ads\",70000,500,900,2019-01-01,\"Informational,Commercial,Non-branded\",en,\"1,2\",Garden\n", "Ahrefs Keywords Explorer", "soaker hose vol=900 kd=12 cpc=0.45 intent=[informational commercial] country=gb parent=garden hose"},
		{"organic.csv", "\"Keyword\"\t\"Country code\"\t\"Volume\"\t\"KD\"\t\"CPC\"\t\"Current position\"\t\"Current URL\"\t\"Navigational\"\t\"Informational\"\n\"drip line\"\t\"US\"\t\"40\"\t\"3\"\t\"\"\t\"2\"\t\"https://a.example/x\"\t\"false\"\t\"true\"\n", "Ahrefs Site Explorer", "drip line vol=40 kd=3 intent=[informational] country=us pos=2 urls=[https://a.example/x]"},
		{"hose_broad-match_de_2026-05-01.csv", "Keyword,Intent,Volume,Trend,Keyword Difficulty,CPC (BRL),Competitive Density,SERP Features,Number of Results\nmangueira,\"Commercial, Informational\",720,\"0.1,0.2\",31,1.20,0.1,Image,900\n", "Semrush Keyword Magic", "mangueira vol=720 kd=31 cpc=1.2BRL intent=[commercial informational]"},
		{"garden_clusters_2026-01-01.csv", "Database,Keyword,Seed keyword,Page,Topic,Page type,Tags,Volume,Keyword Difficulty,CPC (USD),Content references\nfr,arrosage,jardin,arroser le jardin,jardin,Sub page,,50,8,0.2,\"\"\"a.example\"\":\"\"https://a.example\"\"\n\"\"b.example\"\":\"\"https://b.example\"\"\"\n", "Semrush Keyword Strategy Builder", "arrosage vol=50 kd=8 cpc=0.2USD country=fr page=arroser le jardin topic=jardin"},
		{"a.example-organic.Positions-us-20260328-x.csv", "Keyword,Position,Previous position,Search Volume,Keyword Difficulty,CPC,URL,Traffic,Traffic Cost,Competition,Trends,Keyword Intents,Position Type\nhose,3,4,10,1,0,https://a.example/1,1,1,0,\"[1]\",navigational,Organic\nhose,7,8,10,1,0,https://a.example/2,1,1,0,\"[1]\",navigational,Organic\n", "Semrush Organic Positions", "hose vol=10 kd=1 cpc=0 intent=[navigational] pos=3 urls=[https://a.example/1 https://a.example/2]"},
		{"api.csv", "Keyword;Search Volume;CPC;Competition;Number of Results;Keyword Difficulty Index;Intents\r\nhose;1300;0.9;1;5;95.10;1,0\r\n", "Semrush API", "hose vol=1300 kd=95.1 cpc=0.9 intent=[informational commercial]"},
		{"Keyword Stats 2026-06-09.csv", "Keyword Stats 2026-06-09 at 21_25_18\n\"May 1, 2025 - April 30, 2026\"\nKeyword\tCurrency\tAvg. monthly searches\tCompetition\tTop of page bid (low range)\tSearches: May 2025\n\tEUR\t99\t\t\t\nrasensprenger\tEUR\t1K – 10K\tHoch\t0,45\t\nschlauch\tEUR\t500\tHoch\t\t\n", "Google Keyword Planner", "rasensprenger vol=3162~[1000..10000]"},
		{"Queries.csv", "Top queries,Clicks,Impressions,CTR,Position\nhose repair,12,\"1,204\",1.2%,4.5\n", "Google Search Console", "hose repair imp=1204 clicks=12 pos=4.5"},
		{"Suchanfragen.csv", "Häufigste Suchanfragen;Klicks;Impressionen;Klickrate;Durchschnittliche Position\nschlauch;3;1.204;0,2 %;4,5\n", "Google Search Console", "schlauch imp=1204 clicks=3 pos=4.5"},
		{"kw.csv", "上位のクエリ,クリック数,表示回数,CTR,掲載順位\n庭 ホース,1,20,5%,3\n", "Google Search Console", "庭 ホース imp=20 clicks=1 pos=3"},
		{"se.csv", "\ufeffKeyword,Difficulty,Search vol.,Search intent,SERP features,CPC,Competition\nhose,-,70,I,x,\"0,30\",-\n", "SE Ranking", "hose vol=70 cpc=0.3 intent=[informational]"},
		{"uber.csv", "No,Keyword,Search Volume,CPC,Paid Difficulty,SEO Difficulty\n1,hose,\"12,500\",$1.25,50,—\n", "Ubersuggest", "hose vol=12500 cpc=1.25"},
		{"mangools.csv", "Keyword,Avg. Search Volume (Last Known Values),Location\nhose,n/a,Canada\n", "Mangools KWFinder", "hose"},
		{"moz.csv", "Keyword,Min Volume,Max Volume,Difficulty,Organic CTR,Priority\nhose,11.5k,30.3k,40,50,60\n", "Moz Keyword Explorer", "hose vol=18667~[11500..30300] kd=40"},
		{"serp.csv", "keyword,volume,serp_urls\nhose,5,https://a.example/1|https://b.example/2\n", "Keyword table", "hose vol=5 urls=[https://a.example/1 https://b.example/2]"},
		{"plan.csv", "Topic,Keywords,Total Volume\nWater,\"hose\nbarrel\",900\n", "Keyword table", "hose topic=Water"},
		{"ahrefs2022.csv", "Keyword,Country,Difficulty,Volume,CPC,CPS,Parent Keyword,Last Update,SERP Features,Global volume,Traffic potential\nhose,GB,3,70,,,garden hose,2022-01-01,,900,50\n", "Ahrefs Keywords Explorer", "hose vol=70 kd=3 country=gb parent=garden hose"},
		{"ahrefs2020.csv", "#,Keyword,Country,Difficulty,Volume,CPC,Clicks,CPS,Return Rate,Parent Topic,Last Update,SERP Features,Global volume\n1,hose,us,3,70,1.2,40,0.5,1.1,garden hose,2020-01-01,,900\n", "Ahrefs Keywords Explorer", "hose vol=70 kd=3 cpc=1.2 country=us parent=garden hose"},
		{"siteexplorer.csv", "Keyword\tVolume\tKD\tCPC\tPrevious organic traffic\tCurrent organic traffic\tOrganic traffic change\tPrevious position\tCurrent position\tPosition change\tPrevious position kind\tCurrent position kind\tCurrent URL\tPrevious URL\tBranded\tLocal\tInformational\tCommercial\tTransactional\tNavigational\nhose\t70\t3\t1.2\t5\t6\t1\t9\t8\t1\tOrganic\tOrganic\thttps://a.example/h\t\tfalse\tfalse\ttrue\ttrue\tfalse\tfalse\nhose\t70\t3\t1.2\t5\t6\t1\t9\t4\t1\tOrganic\tOrganic\thttps://a.example/i\t\tfalse\tfalse\ttrue\ttrue\tfalse\tfalse\n", "Ahrefs Site Explorer", "hose vol=70 kd=3 cpc=1.2 intent=[informational commercial] pos=4 urls=[https://a.example/h https://a.example/i]"},
		{"magic6.csv", "Keyword,Intent,Volume,Keyword Difficulty,CPC (USD),SERP Features\nhose,,70,,1.2,Image\n", "Semrush Keyword Magic", "hose vol=70 cpc=1.2USD"},
		{"magic2019.csv", "Keyword,Volume,Keyword Difficulty,CPC (BRL),SERP Features,Number of Results\nhose,70,85.18,1.2,Image,5\n", "Semrush Keyword Magic", "hose vol=70 kd=85.18 cpc=1.2BRL"},
		{"overview.csv", "database;Keyword;Search Volume;Keyword Difficulty Index;Intent\r\nuk;hose;70;;3\r\n", "Semrush API", "hose vol=70 intent=[transactional] country=gb"},
		{"segmented.csv", "Keyword\tCurrency\tSegmentation\tAvg. monthly searches\tThree month change\tYoY change\tCompetition\tCompetition (indexed value)\tTop of page bid (low range)\tTop of page bid (high range)\tAd impression share\tOrganic average position\tOrganic impression share\tIn Account\tSearches: May 2025\n\tEUR\tTotal\t9,000\t\t\t\t\t\t\t\t\t\t\t\nhose\tEUR\t\t720\t∞\t-12,5%\tHigh\t90\t0,45\t1,20\t\t\t\tN\t720\n", "Google Keyword Planner", "hose vol=720"},
		{"buckets.csv", "Keyword\tCurrency\tAvg. monthly searches\tCompetition\tSearches: May 2025\nhose\tEUR\t5000\tLow\t\n", "Google Keyword Planner", "hose vol=3162~[1000..10000]"},
		{"tracker.csv", "\"Google Mobile Germany, Berlin\"\nKeyword,Url,Tags,Search vol.,CPC,Competition,Results,2026-01-01,Dynamics,URL,2026-01-02,Dynamics,URL\nhose,https://a.example/h,-,70,0.3,-,-,4,1,https://a.example/h,5,-1,https://a.example/h\n", "SE Ranking", "hose vol=70 cpc=0.3 urls=[https://a.example/h]"},
		{"related.csv", "Keyword,Difficulty,Search vol.,Search intent,SERP features,Relevance,CPC,Competition\nhose,12,70,\"I, T\",x,80,\"0,30\",0.2\n", "SE Ranking", "hose vol=70 kd=12 cpc=0.3 intent=[informational transactional]"},
		{"ubershort.csv", "Keyword,Vol,CPC,PD,SD\nhose,1.2K,n/a,50,20\n", "Ubersuggest", "hose vol=1200 kd=20"},
		{"uberdomain.csv", "No,Keyword,Volume,Position,Est. Visits,CPC,Paid Difficulty,SEO Difficulty,URL\n1,hose,70,4,9,$1.25,50,20,https://a.example/h\n", "Ubersuggest", "hose vol=70 kd=20 cpc=1.25 pos=4 urls=[https://a.example/h]"},
		{"everywhere.csv", "\ufeffKeyword,Vol,CPC,Competition\nhose,\"12,500\",$39.00,0.2\n", "Keywords Everywhere", "hose vol=12500 cpc=39"},
		{"insights.csv", "cluster,keyword,search_volume\ngarden hoses,hose,70\n", "Keyword Insights", "hose vol=70 page=garden hoses"},
		{"bing.csv", "Query,Clicks,Impressions,CTR,Average position\nhose,3,204,1.5%,4.5\n", "Bing Webmaster Tools", "hose imp=204 clicks=3 pos=4.5"},
		{"pairs.csv", "Query,Page,Clicks,Impressions,CTR,Position\nhose,https://a.example/h,3,204,1.5%,4.5\nhose,https://a.example/i,1,100,1%,9\n", "Google Search Console", "hose imp=204 clicks=3 pos=4.5 urls=[https://a.example/h https://a.example/i]"},
		{"fr.csv", "Requêtes les plus fréquentes,Clics,Impressions,CTR,Position\ntuyau,3,204,\"1,5 %\",4.5\n", "Google Search Console", "tuyau imp=204 clicks=3 pos=4.5"},
		{"es.csv", "Consultas principales,Clics,Impresiones,CTR,Posición media\nmanguera,3,204,1%,4\n", "Google Search Console", "manguera imp=204 clicks=3 pos=4"},
		{"it.csv", "Query principali,Clic,Impressioni,CTR,Posizione media\ntubo,3,204,1%,4\n", "Google Search Console", "tubo imp=204 clicks=3 pos=4"},
		{"nl.csv", "Populairste zoekopdrachten,Klikken,Vertoningen,CTR,Positie\nslang,3,204,1%,4\n", "Google Search Console", "slang imp=204 clicks=3 pos=4"},
		{"pl.csv", "Najpopularniejsze zapytania,Kliknięcia,Wyświetlenia,CTR,Pozycja\nwąż,3,204,1%,4\n", "Google Search Console", "wąż imp=204 clicks=3 pos=4"},
		{"tr.csv", "En popüler sorgular,Tıklama,Görüntüleme,CTR,Ortalama konum\nhortum,3,204,1%,4\n", "Google Search Console", "hortum imp=204 clicks=3 pos=4"},
		{"cs.csv", "Nejčastější dotazy;Kliknutí;Zobrazení;CTR;Průměrná pozice\nhadice;3;204;1,5%;4,5\n", "Google Search Console", "hadice imp=204 clicks=3 pos=4.5"},
		{"sv.csv", "Vanligaste sökfrågorna,Klick,Visningar,Klickfrekvens,Genomsnittlig position\nslang,3,204,1%,4\n", "Google Search Console", "slang imp=204 clicks=3 pos=4"},
		{"ko.csv", "인기 검색어,클릭수,노출수,클릭률,평균 게재순위\n호스,3,204,1%,4\n", "Google Search Console", "호스 imp=204 clicks=3 pos=4"},
		{"zh.csv", "热门查询,点击次数,展示次数,点击率,平均排名\n软管,3,204,1%,4\n", "Google Search Console", "软管 imp=204 clicks=3 pos=4"},
		{"ru.csv", "Поисковый запрос,Клики,Показы,CTR,Позиция\nшланг,3,204,1%,4\n", "Google Search Console", "шланг imp=204 clicks=3 pos=4"},
		{"list.txt", "garden hose\n\"rain barrel\"\nhow to, really, water\n", "Keyword list", "garden hose"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			rows, report := read(t, c.name, c.content)
			if report.Format != c.format {
				t.Errorf("format %q, want %q", report.Format, c.format)
			}
			if got := spell(rows[0]); got != c.want {
				t.Errorf("read %q\nwant %q", got, c.want)
			}
		})
	}
}

// spell returns the known values of a row as text and leaves out unknown ones.
func spell(r keywordfile.Row) string {
	var b strings.Builder
	b.WriteString(r.Keyword)
	if r.Volume != nil {
		fmt.Fprintf(&b, " vol=%d", *r.Volume)
	}
	if r.Estimated {
		fmt.Fprintf(&b, "~[%d..%d]", *r.VolumeLow, *r.VolumeHigh)
	}
	for name, f := range map[string]*float64{" kd=": r.Difficulty} {
		if f != nil {
			fmt.Fprintf(&b, "%s%v", name, *f)
		}
	}
	if r.CPC != nil {
		fmt.Fprintf(&b, " cpc=%v%s", *r.CPC, r.Currency)
	}
	if len(r.Intent) > 0 {
		fmt.Fprintf(&b, " intent=%v", r.Intent)
	}
	if r.Country != "" {
		b.WriteString(" country=" + r.Country)
	}
	if r.Impressions != nil {
		fmt.Fprintf(&b, " imp=%d clicks=%d", *r.Impressions, *r.Clicks)
	}
	if r.Position != nil {
		fmt.Fprintf(&b, " pos=%v", *r.Position)
	}
	for _, pair := range [][2]string{{" parent=", r.Parent}, {" page=", r.GivenPage}, {" topic=", r.GivenTopic}} {
		if pair[1] != "" {
			b.WriteString(pair[0] + pair[1])
		}
	}
	if len(r.URLs) > 0 {
		fmt.Fprintf(&b, " urls=%v", r.URLs)
	}
	return b.String()
}

func TestEncodings(t *testing.T) {
	t.Parallel()
	plain := "Keyword\tVolume\nGießkanne\t70\n"
	little, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	bare, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	western, err := charmap.Windows1252.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	for encoding, content := range map[string]string{"UTF-16LE": little, "UTF-16BE": bare, "Windows-1252": western, "UTF-8": plain} {
		rows, report := read(t, "kanne.csv", content)
		if report.Encoding != encoding || report.Delimiter != "tab" || rows[0].Keyword != "Gießkanne" || *rows[0].Volume != 70 {
			t.Errorf("%s: read as %s %s: %+v", encoding, report.Encoding, report.Delimiter, rows[0])
		}
	}
}

func TestExactVolumeWinsOverEstimate(t *testing.T) {
	t.Parallel()
	rows, report := read(t, "two.csv", "Keyword,Volume,KD\nhose,<10,\nHose,40,7\nhose,90,9\n")
	if len(rows) != 1 || *rows[0].Volume != 90 || rows[0].Estimated || *rows[0].Difficulty != 9 || report.Duplicates != 2 {
		t.Fatalf("joined to %q with %d duplicates", spell(rows[0]), report.Duplicates)
	}
}

func TestMarketAndDateComeFromTheName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"hose_broad-match_us_2026-05-01.csv": "us 2026-05-01", "a.example-organic.Positions-uk-20260328-x.csv": "gb 2026-03-28", "keywords.csv": " ",
	} {
		_, report := read(t, name, "Keyword,Volume\nhose,5\n")
		if got := report.Market + " " + report.Date; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestNeutralise(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		"": "", "hose": "hose", "-5": "-5", "+1.5": "+1.5", "=1+1": "'=1+1", "+cmd|x": "'+cmd|x", "-2+3": "'-2+3", "@sum": "'@sum", " =1": "' =1", "\t=1": "'\t=1", "\tx": "'\tx", "a=b": "a=b", "＝1+1": "'＝1+1", "　＠sum": "'　＠sum", "－2": "'－2",
	} {
		if got := keywordfile.Neutralise(cell); got != want {
			t.Errorf("%q became %q, want %q", cell, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"Keyword,Volume\nhose,5\n", "a\nb\n", "Keyword;KD\n\"x;1\n", "\xff\xfeK\x00", "Top queries\tClicks\tImpressions\nx\t1\t2\n"} {
		f.Add("file.csv", []byte(seed))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		rows := 0
		report, err := keywordfile.Read(t.Context(), name, bytes.NewReader(data), int64(len(data)), keywordfile.Options{},
			func(r keywordfile.Row) error {
				rows++
				if r.Keyword == "" || len([]rune(r.Keyword)) > keywordfile.MaxKeyword || (r.Volume != nil && *r.Volume < 0) {
					t.Fatalf("row %+v", r)
				}
				return nil
			})
		if err == nil && (report.Accepted != rows || report.Rows != report.Accepted+report.Duplicates+report.RejectedCount) {
			t.Fatalf("the counts do not add up: %+v with %d rows", report, rows)
		}
	})
}

func BenchmarkRead100k(b *testing.B) {
	var file strings.Builder
	file.WriteString("Keyword,Intent,Volume,Keyword Difficulty,CPC (USD),SERP Features\n")
	for i := range 100_000 {
		fmt.Fprintf(&file, "garden hose number %d,\"Informational, Commercial\",%d,%d,0.5,\"Image, Video\"\n", i, i%5000, i%100)
	}
	content := file.String()
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		report, err := keywordfile.Read(b.Context(), "bench.csv", strings.NewReader(content), int64(len(content)), keywordfile.Options{}, func(keywordfile.Row) error { return nil })
		if err != nil || report.Accepted != 100_000 {
			b.Fatal(report.Accepted, err)
		}
	}
}

func TestRowsGiveSameResultInAnyOrder(t *testing.T) {
	t.Parallel()
	rows := []string{"hose,<10,,\n", "Hose,40,7,1.5\n", "hose,90,,0.5\n"}
	forward, _ := read(t, "a.csv", "Keyword,Volume,KD,CPC\n"+strings.Join(rows, ""))
	slices.Reverse(rows)
	backward, _ := read(t, "a.csv", "Keyword,Volume,KD,CPC\n"+strings.Join(rows, ""))
	if len(forward) != 1 || spell(forward[0]) != spell(backward[0]) {
		t.Errorf("forward %q, backward %q", spell(forward[0]), spell(backward[0]))
	}
}

func TestTrendIsTheLastTwelveMonthsInPercent(t *testing.T) {
	t.Parallel()
	flat := strings.Repeat("5,", 11) + "5"
	for _, c := range []struct {
		name, cell, want string
	}{
		{"fewer months", "1,2,3", "[]"},
		{"a word before the last twelve", "low," + flat, "[100 100 100 100 100 100 100 100 100 100 100 100]"},
		{"a word among the last", strings.Repeat("5,", 11) + "n/a", "[]"},
		{"below nothing", strings.Repeat("5,", 11) + "-5", "[]"},
		{"more than there can be", strings.Repeat("5,", 11) + "Inf", "[]"},
		{"shares of the highest", strings.Repeat("0.5,", 11) + "1.00", "[50 50 50 50 50 50 50 50 50 50 50 100]"},
		{"a list in brackets", "[" + strings.Repeat("50,", 11) + "100]", "[50 50 50 50 50 50 50 50 50 50 50 100]"},
		{"two years of searches", strings.Repeat("900,", 12) + strings.Repeat("10,", 11) + "40", "[25 25 25 25 25 25 25 25 25 25 25 100]"},
		{"no searches in a year", strings.Repeat("0,", 11) + "0", "[0 0 0 0 0 0 0 0 0 0 0 0]"},
	} {
		rows, _ := read(t, "k.csv", "Keyword,Volume,Trend\nhose,90,\""+c.cell+"\"\n")
		if got := fmt.Sprint(rows[0].Trend); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
