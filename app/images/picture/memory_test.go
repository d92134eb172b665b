package picture_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"testing"

	"igny8/app/fault"
	"igny8/app/images/picture"
)

// work does everything that is done with an upload.
func work(file []byte) error {
	return picture.Alone(context.Background(), func() error {
		m, err := picture.Read(file)
		if err != nil {
			return err
		}
		if _, _, err := picture.Kept(m); err != nil {
			return err
		}
		if _, err := picture.Sizes(m, m.Bounds()); err != nil {
			return err
		}
		_, err = picture.ShareFile(m, m.Bounds())
		return err
	})
}

// TestReadStaysWithinItsMemory reads a file in a process of its own and asks the kernel for its largest size.
func TestReadStaysWithinItsMemory(t *testing.T) {
	if path := os.Getenv("PICTURE"); path != "" {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		before := highest(t)
		err = work(file)
		t.Logf("kind=%q MB=%d", fault.KindOf(err), (highest(t)-before)>>10)
		if added := (highest(t) - before) >> 10; added > 350 {
			t.Errorf("%d MB were added", added)
		}
		if refused := fault.KindOf(err) == fault.TooLarge; (err != nil) != refused || refused != (os.Getenv("REFUSED") != "") {
			t.Errorf("the picture is answered with %v", err)
		}
		return
	}
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("this system does not tell the size of a process")
	}
	side := image.Rect(0, 0, 6300, 6300)
	for name, c := range map[string]struct {
		make    func() image.Image
		refused string
	}{
		"eight bits":               {func() image.Image { return image.NewNRGBA(side) }, ""},
		"sixteen bits":             {func() image.Image { return image.NewNRGBA64(side) }, "yes"},
		"sixteen bits, 20 million": {func() image.Image { return image.NewNRGBA64(image.Rect(0, 0, 4400, 4500)) }, ""},
	} {
		var file bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&file, c.make()); err != nil {
			t.Fatal(err)
		}
		path := t.TempDir() + "/picture.png"
		if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		again := exec.Command(os.Args[0], "-test.run=^TestReadStaysWithinItsMemory$", "-test.v")
		// The program sets a memory limit, too. Without one, the result would depend on when garbage is collected.
		again.Env = append(os.Environ(), "PICTURE="+path, "REFUSED="+c.refused, "GOMEMLIMIT=350MiB")
		if said, err := again.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, said)
		}
	}
}

// highest returns the largest size of the process so far, in kilobytes.
func highest(t *testing.T) (kilobytes int) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	for _, digit := range strings.TrimSpace(after) {
		if digit < '0' || digit > '9' {
			return kilobytes
		}
		kilobytes = kilobytes*10 + int(digit-'0')
	}
	return kilobytes
}

// TestAloneRunsOnePictureAtATime checks that a second one waits, and that waiting ends with the context.
func TestAloneRunsOnePictureAtATime(t *testing.T) {
	err := picture.Alone(context.Background(), func() error {
		ctx, leave := context.WithCancel(context.Background())
		done := make(chan error)
		go func() {
			done <- picture.Alone(ctx, func() error { return errors.New("two are worked on at once") })
		}()
		leave()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("the second one: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if err := picture.Alone(context.Background(), func() error { return nil }); err != nil {
		t.Errorf("after that: %v", err)
	}
}
