// Package deploy_test checks the files that operators start from: compose files, image, Caddyfile, units, the example of variables.
package deploy_test

import (
	"crypto/sha256"
	"encoding/base64"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"igny8/app/config"
)

// service is what we require of a service of a compose file.
type service struct {
	Image       string            `yaml:"image"`
	ReadOnly    bool              `yaml:"read_only"`
	CapDrop     []string          `yaml:"cap_drop"`
	SecurityOpt []string          `yaml:"security_opt"`
	MemLimit    string            `yaml:"mem_limit"`
	PidsLimit   int               `yaml:"pids_limit"`
	Grace       string            `yaml:"stop_grace_period"`
	Restart     string            `yaml:"restart"`
	Environment map[string]string `yaml:"environment"`
	Command     []string          `yaml:"command"`
	Logging     struct {
		Options map[string]string `yaml:"options"`
	} `yaml:"logging"`
	Healthcheck struct {
		Test    []string `yaml:"test"`
		Disable bool     `yaml:"disable"`
	} `yaml:"healthcheck"`
}

var composeFiles = []string{"app/docker-compose.yml", "infra/docker-compose.yml"}

func services(t *testing.T) map[string]service {
	t.Helper()
	all := map[string]service{}
	for _, path := range composeFiles {
		var file struct {
			Services map[string]service `yaml:"services"`
		}
		if err := yaml.Unmarshal([]byte(read(t, path)), &file); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		for name, s := range file.Services {
			all[name] = s
		}
	}
	if len(all) != 6 {
		t.Fatalf("%d services, want 6", len(all))
	}
	return all
}

func TestServicesAreHardened(t *testing.T) {
	t.Parallel()
	for name, s := range services(t) {
		once := s.Restart == "no"
		for what, ok := range map[string]bool{
			"a read-only root":        s.ReadOnly,
			"no capabilities":         slices.Contains(s.CapDrop, "ALL"),
			"no new privileges":       slices.Contains(s.SecurityOpt, "no-new-privileges:true"),
			"a limit of memory":       s.MemLimit != "",
			"a limit of processes":    s.PidsLimit > 0,
			"time to stop":            s.Grace != "",
			"logs that are rotated":   s.Logging.Options["max-size"] != "" && s.Logging.Options["max-file"] != "",
			"a health check":          len(s.Healthcheck.Test) > 0 || (once && s.Healthcheck.Disable),
			"a restart":               once || s.Restart == "unless-stopped",
			"a pinned patch version":  s.Image == "igny8" || regexp.MustCompile(`:\d+\.\d+(\.\d+)?-alpine$`).MatchString(s.Image),
			"passwords in files only": !strings.Contains(strings.Join(values(s.Environment), " "), "PASSWORD"),
		} {
			if !ok {
				t.Errorf("%s lacks %s", name, what)
			}
		}
	}
}

// Docker gives the first free addresses of a network to whatever container starts first.
func TestCaddyHasAnAddressThatDockerGivesToNobody(t *testing.T) {
	t.Parallel()
	var file struct {
		Services map[string]struct {
			Networks map[string]struct {
				Address string `yaml:"ipv4_address"`
			} `yaml:"networks"`
		} `yaml:"services"`
	}
	if err := yaml.Unmarshal([]byte(read(t, "../docker-compose.yml")), &file); err != nil {
		t.Fatal(err)
	}
	address := net.ParseIP(file.Services["caddy"].Networks["default"].Address).To4()
	if address == nil || address[3] < 200 {
		t.Errorf("Caddy has the address %s, want one far from those that Docker gives out from .2 on", address)
	}
	if trusted := services(t)["app"].Environment["IGNY8_TRUSTED_PROXIES"]; trusted != address.String() {
		t.Errorf("the application believes %s, Caddy is %s", trusted, address)
	}
}

func TestImageIsPinned(t *testing.T) {
	t.Parallel()
	for _, match := range regexp.MustCompile(`(?m)^FROM (\S+)`).FindAllStringSubmatch(read(t, "Dockerfile"), -1) {
		if match[1] != "scratch" && !regexp.MustCompile(`:\d+\.\d+\.\d+-`).MatchString(match[1]) {
			t.Errorf("%s is not pinned to a patch version", match[1])
		}
	}
	want := regexp.MustCompile(`(?m)^go (\S+)`).FindStringSubmatch(read(t, "../go.mod"))[1]
	if !strings.Contains(read(t, "Dockerfile"), "golang:"+want+"-") {
		t.Errorf("the image is not built with Go %s of go.mod", want)
	}
}

// ofImage are the variables that the image itself sets.
var ofImage = []string{"IGNY8_ADDR", "IGNY8_DATA_DIR", "IGNY8_SITES_DIR"}

func TestEveryVariableIsPassed(t *testing.T) {
	t.Parallel()
	all := services(t)
	image := read(t, "Dockerfile")
	for _, name := range config.Names() {
		secret, isFile := strings.CutSuffix(name, "_FILE")
		if slices.Contains(ofImage, name) {
			if !strings.Contains(image, name+"=") {
				t.Errorf("the image does not set %s", name)
			}
			continue
		}
		for _, service := range []string{"app", "worker", "migrate"} {
			passed := all[service].Environment
			_, itself := passed[name]
			_, byFile := passed[name+"_FILE"]
			_, byValue := passed[secret]
			if !itself && !byFile && !(isFile && byValue) {
				t.Errorf("%s does not get %s", service, name)
			}
		}
	}
	for name := range all["app"].Environment {
		if !slices.Contains(config.Names(), name) {
			t.Errorf("the application does not read %s", name)
		}
	}
}

func TestExampleNamesTheVariablesOfCompose(t *testing.T) {
	t.Parallel()
	var used, named []string
	for _, path := range composeFiles {
		for _, match := range regexp.MustCompile(`[^$]\$\{([A-Z0-9_]+)`).FindAllStringSubmatch(read(t, path), -1) {
			used = append(used, match[1])
		}
	}
	for _, match := range regexp.MustCompile(`(?m)^([A-Z0-9_]+)=`).FindAllStringSubmatch(read(t, "env.example"), -1) {
		named = append(named, match[1])
	}
	for _, name := range used {
		if !slices.Contains(named, name) && name != "IGNY8_SECRET_KEYS_OLD_FILE" {
			t.Errorf("env.example lacks %s", name)
		}
	}
	for _, name := range named {
		if !slices.Contains(used, name) {
			t.Errorf("no service gets %s of env.example", name)
		}
	}
}

// The policy of the page that Caddy shows names the hash of its style, which the browser compares.
func TestAwayPageMayUseItsStyle(t *testing.T) {
	t.Parallel()
	styles := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindAllStringSubmatch(read(t, "away/index.html"), -1)
	if len(styles) != 1 {
		t.Fatalf("%d styles, want one", len(styles))
	}
	sum := sha256.Sum256([]byte(styles[0][1]))
	if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(read(t, "../Caddyfile"), want) {
		t.Errorf("the Caddyfile does not allow the style: want %s", want)
	}
}

func TestAccessLogOfCaddyHidesTokens(t *testing.T) {
	t.Parallel()
	found := regexp.MustCompile(`request>uri regexp "(.*)" "(.*)"`).FindStringSubmatch(read(t, "../Caddyfile"))
	if found == nil {
		t.Fatal("the Caddyfile logs addresses as they are")
	}
	hidden := regexp.MustCompile(found[1])
	for address, want := range map[string]string{
		"/password/reset?token=ARW7BPHHLKTQRUL3ZI3SUNPPLI": "/password/reset/***",
		"/invitations/ARW7BPHHLKTQRUL3ZI3SUNPPLI/later":    "/invitations/***/later",
		"/preview/eyJhbGciOiJIUzI1NiJ9.e30.x/a/b.html":     "/preview/***/a/b.html",
		"/app/sites": "/app/sites",
	} {
		if got := hidden.ReplaceAllString(address, found[2]); got != want {
			t.Errorf("%s is logged as %s, want %s", address, got, want)
		}
	}
}

func values(m map[string]string) []string {
	var list []string
	for name, value := range m {
		if !strings.HasSuffix(name, "_FILE") {
			list = append(list, name, value)
		}
	}
	return list
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestRedisTakesAnyPassword runs the command and the health check of the service redis with a real server and a password of every kind of
// sign.
func TestRedisTakesAnyPassword(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("redis-server"); err != nil {
		t.Skip("redis-server is not installed")
	}
	redis, folder := services(t)["redis"], t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "redis_password"), []byte(`p/w#x?y@z:% $&+"\'ü`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	_ = listener.Close()
	here := strings.NewReplacer("/run/secrets", folder, "/data/", folder+"/", "redis-cli", "redis-cli -p "+port, "$$", "$",
		"--appendonly", "--bind 127.0.0.1 --port "+port+" --appendonly")
	server := exec.CommandContext(t.Context(), "sh", "-c", here.Replace(redis.Command[2]))
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	healthy := func(check string) bool { return exec.CommandContext(t.Context(), "sh", "-c", check).Run() == nil }
	check := here.Replace(redis.Healthcheck.Test[1])
	for range 100 {
		if healthy(check) {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if !healthy(check) {
		t.Errorf("not healthy: %s", check)
	}
	if other := strings.ReplaceAll(check, "redis_password", "nothing"); healthy(other) {
		t.Errorf("healthy without the password: %s", other)
	}
}

var units = []string{"igny8-serve.service", "igny8-web.service", "igny8-worker@9109.service", "igny8-migrate.service"}

// TestUnitsAreSound asks systemd itself about the units, with another program in the place of ours, which is not installed.
func TestUnitsAreSound(t *testing.T) {
	t.Parallel()
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is not installed")
	}
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("systemd")); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.service"))
	if err != nil || len(files) != len(units) {
		t.Fatalf("%d units, %v, want %d", len(files), err, len(units))
	}
	for _, path := range files {
		text := strings.ReplaceAll(read(t, path), "/usr/local/bin/igny8", "/bin/true")
		if strings.Contains(text, "\nRequires=") {
			t.Errorf("%s stays dead after a failure of what it requires, such as a migration while the database is away", path)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, unit := range units {
		// The exposure is 0 (nothing) to 100; a unit without hardening has 96.
		for _, arguments := range [][]string{{"verify", "--man=no", unit}, {"security", "--offline=yes", "--threshold=20", unit}} {
			c := exec.CommandContext(t.Context(), analyze, arguments...)
			c.Env = append(os.Environ(), "SYSTEMD_UNIT_PATH="+folder+":", "SYSTEMD_LOG_LEVEL=warning")
			if out, err := c.CombinedOutput(); err != nil || (arguments[0] == "verify" && len(out) > 0) {
				t.Errorf("%s %s: %v\n%s", arguments[0], unit, err, out)
			}
		}
	}
}
