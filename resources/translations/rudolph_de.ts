<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>EditNames</name>
        <message numerus="yes">
            <source>Place %n points</source>
            <translation>
                <numerusform>%n Punkt setzen</numerusform>
                <numerusform>%n Punkte setzen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Move %n points</source>
            <translation>
                <numerusform>%n Punkt verschieben</numerusform>
                <numerusform>%n Punkte verschieben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Turn %n points</source>
            <translation>
                <numerusform>%n Punkt drehen</numerusform>
                <numerusform>%n Punkte drehen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Scale %n points</source>
            <translation>
                <numerusform>%n Punkt skalieren</numerusform>
                <numerusform>%n Punkte skalieren</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mirror %n points</source>
            <translation>
                <numerusform>%n Punkt spiegeln</numerusform>
                <numerusform>%n Punkte spiegeln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mark %n points as hidden</source>
            <translation>
                <numerusform>%n Punkt als verdeckt markieren</numerusform>
                <numerusform>%n Punkte als verdeckt markieren</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mark %n points as visible</source>
            <translation>
                <numerusform>%n Punkt als sichtbar markieren</numerusform>
                <numerusform>%n Punkte als sichtbar markieren</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Remove %n points</source>
            <translation>
                <numerusform>%n Punkt entfernen</numerusform>
                <numerusform>%n Punkte entfernen</numerusform>
            </translation>
        </message>
        <message>
            <source>Place all points</source>
            <translation>Alle Punkte setzen</translation>
        </message>
        <message>
            <source>Move face</source>
            <translation>Gesicht verschieben</translation>
        </message>
        <message>
            <source>Turn face</source>
            <translation>Gesicht drehen</translation>
        </message>
        <message>
            <source>Scale face</source>
            <translation>Gesicht skalieren</translation>
        </message>
        <message>
            <source>Mirror face</source>
            <translation>Gesicht spiegeln</translation>
        </message>
        <message>
            <source>Mark all points as hidden</source>
            <translation>Alle Punkte als verdeckt markieren</translation>
        </message>
        <message>
            <source>Mark all points as visible</source>
            <translation>Alle Punkte als sichtbar markieren</translation>
        </message>
        <message>
            <source>Remove all points</source>
            <translation>Alle Punkte entfernen</translation>
        </message>
        <message>
            <source>Place %1</source>
            <translation>%1 setzen</translation>
        </message>
        <message>
            <source>Move %1</source>
            <translation>%1 verschieben</translation>
        </message>
        <message>
            <source>Turn %1</source>
            <translation>%1 drehen</translation>
        </message>
        <message>
            <source>Scale %1</source>
            <translation>%1 skalieren</translation>
        </message>
        <message>
            <source>Mirror %1</source>
            <translation>%1 spiegeln</translation>
        </message>
        <message>
            <source>Mark %1 as hidden</source>
            <translation>%1 als verdeckt markieren</translation>
        </message>
        <message>
            <source>Mark %1 as visible</source>
            <translation>%1 als sichtbar markieren</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>%1 entfernen</translation>
        </message>
        <message>
            <source>point %1</source>
            <translation>Punkt %1</translation>
        </message>
        <message>
            <source>Draw box</source>
            <translation>Rahmen ziehen</translation>
        </message>
        <message>
            <source>Move box</source>
            <translation>Rahmen verschieben</translation>
        </message>
        <message>
            <source>Resize box</source>
            <translation>Rahmengröße ändern</translation>
        </message>
        <message>
            <source>Remove box</source>
            <translation>Rahmen entfernen</translation>
        </message>
        <message>
            <source>Remove face</source>
            <translation>Gesicht entfernen</translation>
        </message>
    </context>
    <context>
        <name>Gestures</name>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Zoom about the cursor</source>
            <translation>Um den Zeiger zoomen</translation>
        </message>
        <message>
            <source>Wheel</source>
            <translation>Mausrad</translation>
        </message>
        <message>
            <source>Move the picture</source>
            <translation>Bild verschieben</translation>
        </message>
        <message>
            <source>Middle button, or Space and drag</source>
            <translation>Mittlere Taste, oder Leertaste und ziehen</translation>
        </message>
        <message>
            <source>Show the whole picture</source>
            <translation>Ganzes Bild zeigen</translation>
        </message>
        <message>
            <source>Double click</source>
            <translation>Doppelklick</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <source>Place the next point</source>
            <translation>Nächsten Punkt setzen</translation>
        </message>
        <message>
            <source>Click on an empty place</source>
            <translation>Auf eine leere Stelle klicken</translation>
        </message>
        <message>
            <source>Select a point; add one</source>
            <translation>Punkt auswählen; einen hinzunehmen</translation>
        </message>
        <message>
            <source>Click; Shift and click</source>
            <translation>Klick; Umschalt und Klick</translation>
        </message>
        <message>
            <source>Select many</source>
            <translation>Viele auswählen</translation>
        </message>
        <message>
            <source>Drag a frame; with Shift while points are due</source>
            <translation>Rahmen aufziehen; mit Umschalt, solange Punkte fehlen</translation>
        </message>
        <message>
            <source>Move the selection</source>
            <translation>Auswahl verschieben</translation>
        </message>
        <message>
            <source>Drag</source>
            <translation>Ziehen</translation>
        </message>
        <message>
            <source>Nudge the selection by half a pixel, by 5 pixels</source>
            <translation>Auswahl um einen halben Pixel rücken, um 5 Pixel</translation>
        </message>
        <message>
            <source>Arrow keys, with Shift</source>
            <translation>Pfeiltasten, mit Umschalt</translation>
        </message>
        <message>
            <source>Scale or turn the selection</source>
            <translation>Auswahl skalieren oder drehen</translation>
        </message>
        <message>
            <source>Drag a handle of its frame</source>
            <translation>An einem Griff ihres Rahmens ziehen</translation>
        </message>
        <message>
            <source>Next and previous point</source>
            <translation>Nächster und voriger Punkt</translation>
        </message>
        <message>
            <source>Tab, Shift+Tab</source>
            <translation>Tab, Umschalt+Tab</translation>
        </message>
        <message>
            <source>Stop a drag, select nothing</source>
            <translation>Ziehen abbrechen, nichts auswählen</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Queue of trainings</source>
            <translation>Warteschlange der Trainings</translation>
        </message>
        <message>
            <source>Earlier, later</source>
            <translation>Früher, später</translation>
        </message>
        <message>
            <source>Drag; Alt with the arrow keys</source>
            <translation>Ziehen; Alt mit den Pfeiltasten</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Herausnehmen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Entf</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Fälle</translation>
        </message>
        <message>
            <source>Show a case large</source>
            <translation>Fall groß zeigen</translation>
        </message>
        <message>
            <source>Enter, click</source>
            <translation>Eingabetaste, Klick</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>Diagramme</translation>
        </message>
        <message>
            <source>Zoom; one axis alone</source>
            <translation>Zoomen; nur eine Achse</translation>
        </message>
        <message>
            <source>Wheel; over the axis</source>
            <translation>Mausrad; über der Achse</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Verschieben</translation>
        </message>
        <message>
            <source>Middle button and drag</source>
            <translation>Mittlere Taste und ziehen</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alles zeigen</translation>
        </message>
        <message>
            <source>Save or copy the picture</source>
            <translation>Bild speichern oder kopieren</translation>
        </message>
        <message>
            <source>Right click</source>
            <translation>Rechtsklick</translation>
        </message>
        <message>
            <source>Choose a point; add one</source>
            <translation>Punkt wählen; einen hinzunehmen</translation>
        </message>
        <message>
            <source>Click; Shift or Ctrl and click</source>
            <translation>Klick; Umschalt oder Strg und Klick</translation>
        </message>
        <message>
            <source>Choose many</source>
            <translation>Viele wählen</translation>
        </message>
        <message>
            <source>Drag a frame</source>
            <translation>Rahmen aufziehen</translation>
        </message>
        <message>
            <source>From point to point; choose it</source>
            <translation>Von Punkt zu Punkt; ihn wählen</translation>
        </message>
        <message>
            <source>← →, Space</source>
            <translation>← →, Leertaste</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>Auswahl aufheben</translation>
        </message>
    </context>
    <context>
        <name>core</name>
        <message>
            <source>Flip</source>
            <translation>Spiegeln</translation>
        </message>
        <message>
            <source>Share of the pictures in which left and right are swapped, and the names of the points with them: 0.5 is every second one.</source>
            <translation>Anteil der Bilder, in denen links und rechts vertauscht werden, und mit ihnen die Namen der Punkte: 0,5 heißt jedes zweite.</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Verschiebung</translation>
        </message>
        <message>
            <source>Each picture is moved by up to this many pixels left or right, up or down, and its points with it.</source>
            <translation>Jedes Bild wird um bis zu so viele Pixel nach links oder rechts, oben oder unten verschoben, seine Punkte mit ihm.</translation>
        </message>
        <message>
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <source>Shift: share</source>
            <translation>Verschiebung: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures that are moved: 1 is all of them.</source>
            <translation>Anteil der Bilder, die verschoben werden: 1 heißt alle.</translation>
        </message>
        <message>
            <source>Rotation</source>
            <translation>Drehung</translation>
        </message>
        <message>
            <source>Each picture is turned by up to this angle either way, and its points with it.</source>
            <translation>Jedes Bild wird um höchstens diesen Winkel nach links oder rechts gedreht, seine Punkte mit ihm.</translation>
        </message>
        <message>
            <source>Rotation: share</source>
            <translation>Drehung: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures that are turned: 1 is all of them.</source>
            <translation>Anteil der Bilder, die gedreht werden: 1 heißt alle.</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>Skalierung</translation>
        </message>
        <message>
            <source>Each face is made up to this much smaller or larger: 0.1 is up to 10 %, 0 leaves it alone.</source>
            <translation>Jedes Gesicht wird um bis zu so viel kleiner oder größer: 0,1 heißt bis zu 10 %, 0 ändert nichts.</translation>
        </message>
        <message>
            <source>Scale: share</source>
            <translation>Skalierung: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures that are made smaller or larger: 1 is all of them.</source>
            <translation>Anteil der Bilder, die kleiner oder größer werden: 1 heißt alle.</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Helligkeit</translation>
        </message>
        <message>
            <source>Each picture is made up to this much darker or brighter: 0.2 is up to 20 %, 0 leaves it alone.</source>
            <translation>Jedes Bild wird um bis zu so viel dunkler oder heller: 0,2 heißt bis zu 20 %, 0 ändert nichts.</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <source>Each picture gets up to this much less or more contrast: 0.2 is up to 20 %, 0 leaves it alone.</source>
            <translation>Jedes Bild bekommt um bis zu so viel weniger oder mehr Kontrast: 0,2 heißt bis zu 20 %, 0 ändert nichts.</translation>
        </message>
        <message>
            <source>Gamma</source>
            <translation>Gamma</translation>
        </message>
        <message>
            <source>How far the dark parts are lifted or lowered while black and white stay: 0.7 is an exponent from 0.5 to 2, 0 leaves them alone.</source>
            <translation>Wie stark dunkle Stellen aufgehellt oder abgedunkelt werden, während Schwarz und Weiß bleiben: 0,7 ist ein Exponent von 0,5 bis 2, 0 ändert nichts.</translation>
        </message>
        <message>
            <source>Light: share</source>
            <translation>Licht: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures whose brightness, contrast and gamma change: 1 is all of them.</source>
            <translation>Anteil der Bilder, deren Helligkeit, Kontrast und Gamma sich ändern: 1 heißt alle.</translation>
        </message>
        <message>
            <source>Shade</source>
            <translation>Schatten</translation>
        </message>
        <message>
            <source>One side of the picture is darkened, up to this much: 0.8 leaves at least a fifth of its light.</source>
            <translation>Eine Seite des Bildes wird abgedunkelt, um bis zu so viel: 0,8 lässt mindestens ein Fünftel ihres Lichts.</translation>
        </message>
        <message>
            <source>Shade: share</source>
            <translation>Schatten: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures that are darkened on one side: 1 is all of them.</source>
            <translation>Anteil der Bilder, die auf einer Seite abgedunkelt werden: 1 heißt alle.</translation>
        </message>
        <message>
            <source>Blur</source>
            <translation>Unschärfe</translation>
        </message>
        <message>
            <source>Each picture is blurred by a gaussian with a sigma of up to this many pixels.</source>
            <translation>Jedes Bild wird mit einer Gaußfunktion unscharf gemacht, deren Sigma bis zu so viele Pixel beträgt.</translation>
        </message>
        <message>
            <source>Blur: share</source>
            <translation>Unschärfe: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures that are blurred: 1 is all of them.</source>
            <translation>Anteil der Bilder, die unscharf werden: 1 heißt alle.</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>Rauschen</translation>
        </message>
        <message>
            <source>Each picture gets noise with a standard deviation of up to this many grey levels of 255.</source>
            <translation>Jedes Bild bekommt Rauschen mit einer Standardabweichung von bis zu so vielen der 255 Graustufen.</translation>
        </message>
        <message>
            <source>Noise: share</source>
            <translation>Rauschen: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures that get noise: 1 is all of them.</source>
            <translation>Anteil der Bilder, die Rauschen bekommen: 1 heißt alle.</translation>
        </message>
        <message>
            <source>JPEG quality</source>
            <translation>JPEG-Qualität</translation>
        </message>
        <message>
            <source>Each picture is compressed with a quality from this one up to 100, and shows what that leaves. 100 leaves it alone.</source>
            <translation>Jedes Bild wird mit einer Qualität zwischen dieser und 100 komprimiert und zeigt, was davon übrig bleibt. 100 ändert nichts.</translation>
        </message>
        <message>
            <source>JPEG: share</source>
            <translation>JPEG: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures that are compressed: 1 is all of them.</source>
            <translation>Anteil der Bilder, die komprimiert werden: 1 heißt alle.</translation>
        </message>
        <message>
            <source>Motion</source>
            <translation>Bewegung</translation>
        </message>
        <message>
            <source>Each picture is blurred along a straight line of up to this many pixels, as when the head or the camera moves.</source>
            <translation>Jedes Bild wird entlang einer geraden Strecke von bis zu so vielen Pixeln verwischt, wie wenn sich Kopf oder Kamera bewegen.</translation>
        </message>
        <message>
            <source>Motion: share</source>
            <translation>Bewegung: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures that are blurred along a line: 1 is all of them.</source>
            <translation>Anteil der Bilder, die entlang einer Strecke verwischt werden: 1 heißt alle.</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Auflösung</translation>
        </message>
        <message>
            <source>Each picture is reduced to a side of this many pixels or up to five times as many and enlarged again, as faces far away are. 0 leaves it alone.</source>
            <translation>Jedes Bild wird auf eine Seite von so vielen oder bis zu fünfmal so vielen Pixeln verkleinert und wieder vergrößert, wie weit entfernte Gesichter es sind. 0 lässt es unverändert.</translation>
        </message>
        <message>
            <source>Resolution: share</source>
            <translation>Auflösung: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures that are reduced and enlarged: 1 is all of them.</source>
            <translation>Anteil der Bilder, die verkleinert und vergrößert werden: 1 heißt alle.</translation>
        </message>
        <message>
            <source>Occlusion</source>
            <translation>Verdeckung</translation>
        </message>
        <message>
            <source>A rectangle of grey, of noise or from elsewhere in the picture covers part of it, up to this share of its side. 0 covers nothing.</source>
            <translation>Ein Rechteck aus Grau, aus Rauschen oder von anderswo im Bild verdeckt einen Teil, bis zu diesem Anteil der Bildseite. 0 verdeckt nichts.</translation>
        </message>
        <message>
            <source>Occlusion: share</source>
            <translation>Verdeckung: Anteil</translation>
        </message>
        <message>
            <source>Share of the pictures that are covered in part: 1 is all of them.</source>
            <translation>Anteil der Bilder, die teils verdeckt werden: 1 heißt alle.</translation>
        </message>
        <message>
            <source>Occlusion: things</source>
            <translation>Verdeckung: Dinge</translation>
        </message>
        <message>
            <source>Share of what covers faces that looks like hands, hair, glasses, masks and bottles; the rest are rectangles.</source>
            <translation>Anteil dessen, was Gesichter verdeckt, der wie Hände, Haare, Brillen, Masken und Flaschen aussieht; der Rest sind Rechtecke.</translation>
        </message>
        <message>
            <source>Augmentation</source>
            <translation>Augmentierung</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>What the experiment is called. Its runs are named after it.</source>
            <translation>Wie das Experiment heißt. Seine Läufe werden danach benannt.</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Beschreibung</translation>
        </message>
        <message>
            <source>What you want to find out with it, in your own words.</source>
            <translation>Was damit herausgefunden werden soll, in eigenen Worten.</translation>
        </message>
        <message>
            <source>Faces</source>
            <translation>Gesichter</translation>
        </message>
        <message>
            <source>The folder or XML list of annotated faces.</source>
            <translation>Der Ordner oder die XML-Liste der annotierten Gesichter.</translation>
        </message>
        <message>
            <source>Split by</source>
            <translation>Teilen nach</translation>
        </message>
        <message>
            <source>How faces are divided into those to learn from and those to test on. Automatic takes IMM's persons 33 to 40 for testing where there are any, else a share. With folds every face is tested once, over as many runs.</source>
            <translation>Wie die Gesichter geteilt werden: in solche zum Lernen und solche zum Prüfen. „Automatisch“ prüft auf IMMs Personen 33 bis 40, wo es sie gibt, sonst auf einem Anteil. Bei „Gruppen“ wird jedes Gesicht einmal geprüft, über ebenso viele Läufe.</translation>
        </message>
        <message>
            <source>Validation share</source>
            <translation>Validierungsanteil</translation>
        </message>
        <message>
            <source>The part of the faces kept for testing when the split is by share. All pictures of one person stay together.</source>
            <translation>Der Teil der Gesichter, der zum Prüfen bleibt, wenn nach Anteil geteilt wird. Alle Bilder einer Person bleiben zusammen.</translation>
        </message>
        <message>
            <source>Split seed</source>
            <translation>Startwert der Teilung</translation>
        </message>
        <message>
            <source>Another number draws other persons for testing.</source>
            <translation>Eine andere Zahl lost andere Personen zum Prüfen aus.</translation>
        </message>
        <message>
            <source>Points to find</source>
            <translation>Gesuchte Punkte</translation>
        </message>
        <message>
            <source>All points of the face, or only the tip of the nose.</source>
            <translation>Alle Punkte des Gesichts oder nur die Nasenspitze.</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>Ausschnitt</translation>
        </message>
        <message>
            <source>What the network sees: the whole picture made smaller, or a square cut out around the face.</source>
            <translation>Was das Netz sieht: das ganze Bild verkleinert, oder ein Quadrat um das Gesicht.</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Breite</translation>
        </message>
        <message>
            <source>Width of the picture that the network sees.</source>
            <translation>Breite des Bildes, das das Netz sieht.</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Höhe</translation>
        </message>
        <message>
            <source>Height of the picture that the network sees.</source>
            <translation>Höhe des Bildes, das das Netz sieht.</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>1 for grey; 3 repeats the grey picture for networks that were made for colour, such as ResNet-18.</source>
            <translation>1 für Grau; 3 wiederholt das graue Bild für Netze, die für Farbe gemacht sind, etwa ResNet-18.</translation>
        </message>
        <message>
            <source>Box scale</source>
            <translation>Rahmenfaktor</translation>
        </message>
        <message>
            <source>How much larger than the face's box the crop is. More shows more of the hair and background.</source>
            <translation>Wievielmal so groß wie der Rahmen des Gesichts der Ausschnitt ist. Mehr zeigt mehr von Haar und Hintergrund.</translation>
        </message>
        <message>
            <source>Normalise by</source>
            <translation>Normalisieren nach</translation>
        </message>
        <message>
            <source>How pixels become numbers around zero: with a fixed mean and deviation, with those of each crop, so that dark pictures look like bright ones, or with those of each pixel's surroundings, so that the shaded half of a face looks like the lit one.</source>
            <translation>Wie aus Pixeln Zahlen um null werden: mit festem Mittel und fester Abweichung, mit denen des jeweiligen Ausschnitts, sodass dunkle Bilder wie helle aussehen, oder mit denen der Umgebung jedes Pixels, sodass die Schattenseite eines Gesichts wie die beleuchtete aussieht.</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>Subtracted from every pixel (0 is black, 1 is white), so that the network's numbers lie around zero.</source>
            <translation>Wird von jedem Pixel abgezogen (0 ist Schwarz, 1 ist Weiß), damit die Zahlen des Netzes um null liegen.</translation>
        </message>
        <message>
            <source>Deviation</source>
            <translation>Abweichung</translation>
        </message>
        <message>
            <source>Every pixel is divided by this after the mean is subtracted.</source>
            <translation>Durch sie wird jeder Pixel geteilt, nachdem das Mittel abgezogen ist.</translation>
        </message>
        <message>
            <source>Experiment</source>
            <translation>Experiment</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>A small convolutional network that you describe layer by layer, ResNet-18, ResNet-34, or a light network of their shape that needs no graphics card.</source>
            <translation>Ein kleines Faltungsnetz, das Sie Schicht für Schicht beschreiben, ResNet-18, ResNet-34 oder ein leichtes Netz ihrer Bauart, das ohne Grafikkarte auskommt.</translation>
        </message>
        <message>
            <source>Channels per layer</source>
            <translation>Kanäle je Schicht</translation>
        </message>
        <message>
            <source>How many patterns each convolution looks for. One number a layer.</source>
            <translation>Wie viele Muster jede Faltung sucht. Eine Zahl je Schicht.</translation>
        </message>
        <message>
            <source>Kernel sizes</source>
            <translation>Kerngrößen</translation>
        </message>
        <message>
            <source>How wide each convolution's window is. As many numbers as there are channels; after each layer the picture is halved.</source>
            <translation>Wie breit das Fenster jeder Faltung ist. So viele Zahlen wie Kanäle; nach jeder Schicht wird das Bild halbiert.</translation>
        </message>
        <message>
            <source>Activation</source>
            <translation>Aktivierung</translation>
        </message>
        <message>
            <source>What bends the output of each layer; without it, all layers together could do no more than one.</source>
            <translation>Was die Ausgabe jeder Schicht krümmt; ohne sie könnten alle Schichten zusammen nicht mehr als eine.</translation>
        </message>
        <message>
            <source>Pooling</source>
            <translation>Pooling</translation>
        </message>
        <message>
            <source>How four neighbouring pixels become one after each layer: the largest, or their average.</source>
            <translation>Wie nach jeder Schicht aus vier benachbarten Pixeln einer wird: der größte oder ihr Mittelwert.</translation>
        </message>
        <message>
            <source>Hidden layers</source>
            <translation>Verdeckte Schichten</translation>
        </message>
        <message>
            <source>Widths of the layers between the convolutions and the points. Empty: none.</source>
            <translation>Breiten der Schichten zwischen den Faltungen und den Punkten. Leer: keine.</translation>
        </message>
        <message>
            <source>Channels of the first stage; each of the three after it has twice as many. Wider sees more and is slower. Multiples of 16 suit processors best.</source>
            <translation>Kanäle der ersten Stufe; jede der drei folgenden hat doppelt so viele. Breiter sieht mehr und ist langsamer. Vielfache von 16 liegen Prozessoren am besten.</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>How the network says where a point is: its coordinates at once (direct), a map of likely places (heatmap), or a coarse map with offsets and neighbours that vote (pip).</source>
            <translation>Wie das Netz sagt, wo ein Punkt liegt: gleich seine Koordinaten (direkt), eine Karte wahrscheinlicher Orte (Heatmap), oder eine grobe Karte mit Versatz und Nachbarn, die abstimmen (PIP).</translation>
        </message>
        <message>
            <source>Pyramid channels</source>
            <translation>Pyramidenkanäle</translation>
        </message>
        <message>
            <source>Width of the maps that heatmap and pip answers are read from.</source>
            <translation>Breite der Karten, aus denen Heatmap- und PIP-Antworten gelesen werden.</translation>
        </message>
        <message>
            <source>Map stride</source>
            <translation>Kartenraster</translation>
        </message>
        <message>
            <source>How many pixels of the input make one cell of a map: 4, 8, 16 or 32. 4 suits heatmaps, 32 pip.</source>
            <translation>Wie viele Pixel der Eingabe eine Zelle der Karte ergeben: 4, 8, 16 oder 32. 4 passt zu Heatmaps, 32 zu PIP.</translation>
        </message>
        <message>
            <source>Neighbours</source>
            <translation>Nachbarn</translation>
        </message>
        <message>
            <source>How many nearby points every cell also votes for.</source>
            <translation>Für wie viele nahe Punkte jede Zelle mit abstimmt.</translation>
        </message>
        <message>
            <source>Start from weights</source>
            <translation>Startgewichte</translation>
        </message>
        <message>
            <source>A run whose network is learnt on, a file of weights (.safetensors, or .pth with torchvision's names), pretrained ones (resnet18, resnet34), or Rudolph's own model (face68), which fits networks of its shape. Tensors that fit by name and shape are taken. Empty: start from random weights.</source>
            <translation>Ein Lauf, dessen Netz weiterlernt, eine Datei mit Gewichten (.safetensors, oder .pth mit den Namen von torchvision), vortrainierte (resnet18, resnet34) oder Rudolphs eigenes Modell (face68), das zu Netzen seiner Form passt. Tensoren, die nach Name und Form passen, werden übernommen. Leer: mit zufälligen Gewichten beginnen.</translation>
        </message>
        <message>
            <source>Average with mirror image</source>
            <translation>Mit Spiegelbild mitteln</translation>
        </message>
        <message>
            <source>Predictions are the mean of those for the picture and for its mirror image: a little better, twice as slow.</source>
            <translation>Vorhersagen sind das Mittel aus denen für das Bild und für sein Spiegelbild: etwas besser, halb so schnell.</translation>
        </message>
        <message>
            <source>Looks</source>
            <translation>Blicke</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>What training makes small. Squares (mse) fear large errors most; wing cares for small ones, too. Adaptive wing is for heatmaps.</source>
            <translation>Was das Training klein macht. Quadrate (MSE) fürchten große Fehler am meisten; Wing achtet auch auf kleine. Adaptive Wing ist für Heatmaps.</translation>
        </message>
        <message>
            <source>Wing width</source>
            <translation>Wing-Breite</translation>
        </message>
        <message>
            <source>Errors below this count by their logarithm.</source>
            <translation>Fehler darunter zählen mit ihrem Logarithmus.</translation>
        </message>
        <message>
            <source>Wing curvature</source>
            <translation>Wing-Krümmung</translation>
        </message>
        <message>
            <source>The smaller, the more the smallest errors count.</source>
            <translation>Je kleiner, desto mehr zählen die kleinsten Fehler.</translation>
        </message>
        <message>
            <source>Map weight</source>
            <translation>Kartengewicht</translation>
        </message>
        <message>
            <source>How much it counts that a heatmap is one compact spot.</source>
            <translation>Wie sehr es zählt, dass eine Heatmap ein einziger dichter Fleck ist.</translation>
        </message>
        <message>
            <source>Spot size</source>
            <translation>Fleckgröße</translation>
        </message>
        <message>
            <source>Standard deviation of the spot that is wanted, in cells of the map.</source>
            <translation>Standardabweichung des gewünschten Flecks, in Zellen der Karte.</translation>
        </message>
        <message>
            <source>Optimiser</source>
            <translation>Optimierer</translation>
        </message>
        <message>
            <source>How steps are made of gradients. Adam suits most; AdamW with a weight decay generalises better; sgd is plain steps with momentum.</source>
            <translation>Wie aus Gradienten Schritte werden. Adam passt meist; AdamW mit Gewichtsschwund verallgemeinert besser; SGD macht einfache Schritte mit Schwung.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>How far the weights move in each step. Too small learns slowly, too large never settles. 0.001 suits Adam.</source>
            <translation>Wie weit sich die Gewichte in jedem Schritt bewegen. Zu klein lernt langsam, zu groß kommt nie zur Ruhe. 0,001 passt zu Adam.</translation>
        </message>
        <message>
            <source>Rate of the body</source>
            <translation>Rate des Rumpfs</translation>
        </message>
        <message>
            <source>What the learning rate is multiplied by for the body: the convolutions that see, before the head that says where the points are. Below 1 it keeps more of the weights that it started from.</source>
            <translation>Womit die Lernrate für den Rumpf malgenommen wird: die Faltungen, die sehen, vor dem Kopf, der sagt, wo die Punkte sind. Unter 1 behält er mehr von den Gewichten, mit denen er begann.</translation>
        </message>
        <message>
            <source>Freeze the body</source>
            <translation>Rumpf einfrieren</translation>
        </message>
        <message>
            <source>In so many first epochs only the head learns, and the body stays as it started. 0: all learns from the beginning.</source>
            <translation>In so vielen ersten Epochen lernt nur der Kopf, und der Rumpf bleibt, wie er begann. 0: Alles lernt von Anfang an.</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>Schwung</translation>
        </message>
        <message>
            <source>How much of the step before goes into each step.</source>
            <translation>Wie viel vom vorigen Schritt in jeden Schritt eingeht.</translation>
        </message>
        <message>
            <source>Weight decay</source>
            <translation>Gewichtsschwund</translation>
        </message>
        <message>
            <source>Pulls weights towards zero, which keeps a network from learning faces by heart.</source>
            <translation>Zieht die Gewichte zur Null und hindert ein Netz daran, Gesichter auswendig zu lernen.</translation>
        </message>
        <message>
            <source>Longest gradient</source>
            <translation>Längster Gradient</translation>
        </message>
        <message>
            <source>Longer gradients are shortened to this. 0 leaves all as they are.</source>
            <translation>Längere Gradienten werden auf diesen Wert gekürzt. 0 lässt alle, wie sie sind.</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Verlauf der Rate</translation>
        </message>
        <message>
            <source>How the learning rate changes: not at all, in steps, along a cosine down to zero, or up and down once (one-cycle).</source>
            <translation>Wie sich die Lernrate ändert: gar nicht, in Stufen, als Kosinus bis auf null, oder einmal auf und ab (ein Zyklus).</translation>
        </message>
        <message>
            <source>Warm-up</source>
            <translation>Aufwärmen</translation>
        </message>
        <message>
            <source>The share of the run in which the rate rises to the learning rate.</source>
            <translation>Der Anteil des Laufs, in dem die Rate bis zur Lernrate steigt.</translation>
        </message>
        <message>
            <source>Step every</source>
            <translation>Stufe alle</translation>
        </message>
        <message>
            <source>After so many epochs the rate is multiplied by the step factor.</source>
            <translation>Nach so vielen Epochen wird die Rate mit dem Stufenfaktor multipliziert.</translation>
        </message>
        <message>
            <source>epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>Step factor</source>
            <translation>Stufenfaktor</translation>
        </message>
        <message>
            <source>What the rate is multiplied by at each step.</source>
            <translation>Womit die Rate bei jeder Stufe multipliziert wird.</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>How often the network sees every training face.</source>
            <translation>Wie oft das Netz jedes Trainingsgesicht sieht.</translation>
        </message>
        <message>
            <source>Batch size</source>
            <translation>Batchgröße</translation>
        </message>
        <message>
            <source>How many faces the network looks at before each step.</source>
            <translation>Wie viele Gesichter das Netz vor jedem Schritt ansieht.</translation>
        </message>
        <message>
            <source>Weight average</source>
            <translation>Gewichtsmittel</translation>
        </message>
        <message>
            <source>What a running average of the weights keeps of itself in each step: 0.999 spans a thousand steps. The average is what is measured and saved. 0: none.</source>
            <translation>Wie viel ein laufendes Mittel der Gewichte in jedem Schritt von sich behält: 0,999 umfasst tausend Schritte. Gemessen und gespeichert wird das Mittel. 0: keines.</translation>
        </message>
        <message>
            <source>Patience</source>
            <translation>Geduld</translation>
        </message>
        <message>
            <source>Training stops after so many epochs without a better result. 0: it goes on to the end.</source>
            <translation>Das Training hört nach so vielen Epochen ohne besseres Ergebnis auf. 0: es läuft bis zum Ende.</translation>
        </message>
        <message>
            <source>Balance poses</source>
            <translation>Posen ausgleichen</translation>
        </message>
        <message>
            <source>Heads turned in a way that few are get shown more often.</source>
            <translation>Köpfe in seltener Haltung werden öfter gezeigt.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <source>The start of all chance: first weights, order, augmentation. The same seed gives the same run.</source>
            <translation>Der Anfang allen Zufalls: erste Gewichte, Reihenfolge, Augmentierung. Derselbe Startwert gibt denselben Lauf.</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Where to compute: a CUDA graphics card when there is one (auto), or as chosen.</source>
            <translation>Wo gerechnet wird: auf einer CUDA-Grafikkarte, wenn es eine gibt (Auto), oder wie gewählt.</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <source>Of the numbers that the network computes with. bfloat16 is shorter and, on newer processors, faster; auto tries it once for each shape of network and keeps to what it found. exact: float32, in two shares of every batch, the same on every machine; in a studio, where it was started with --exact.</source>
            <translation>Die der Zahlen, mit denen das Netz rechnet. bfloat16 ist kürzer und auf neueren Prozessoren schneller; „Auto“ probiert es für jede Form von Netz einmal aus und bleibt bei dem, was sich zeigte. „Exakt“: float32, jeder Stapel in zwei Teilen, auf jedem Rechner gleich; in einem Studio, wenn es mit --exact gestartet wurde.</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <source>How many threads compute. 0: as many as a trial, once for each shape of network, shows to be fastest; two for exact.</source>
            <translation>Wie viele Threads rechnen. 0: so viele, wie ein Versuch, einmal für jede Form von Netz, als schnellste zeigt; zwei bei „Exakt“.</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Finds 68 points on faces cut out by their boxes, as well as one and a half hours on two processor cores allow for two thousand faces: a wider light network with a map a point at 160×160.</source>
            <translation>Findet 68 Punkte auf Gesichtern, die nach ihrem Rahmen ausgeschnitten sind, so gut es anderthalb Stunden auf zwei Prozessorkernen bei zweitausend Gesichtern zulassen: ein breiteres leichtes Netz mit einer Karte je Punkt bei 160×160.</translation>
        </message>
        <message>
            <source>Finds 68 points on faces cut out by their boxes, in a quarter of an hour on two processor cores for two thousand faces: a light network with a map a point at 128×128.</source>
            <translation>Findet 68 Punkte auf Gesichtern, die nach ihrem Rahmen ausgeschnitten sind, in einer Viertelstunde auf zwei Prozessorkernen bei zweitausend Gesichtern: ein leichtes Netz mit einer Karte je Punkt bei 128×128.</translation>
        </message>
        <message>
            <source>Finds all points of the IMM faces: five convolutions on the whole picture at 160×120, with brightness and contrast jitter, shift and rotation.</source>
            <translation>Findet alle Punkte der IMM-Gesichter: fünf Faltungen auf dem ganzen Bild bei 160×120, mit schwankender Helligkeit und schwankendem Kontrast, Verschiebung und Drehung.</translation>
        </message>
        <message>
            <source>Finds the 58 points of the IMM faces, cut out by their boxes: a light network with a map a point at 128×128, and augmentation for a set of few faces.</source>
            <translation>Findet die 58 Punkte der IMM-Gesichter, nach ihrem Rahmen ausgeschnitten: ein leichtes Netz mit einer Karte je Punkt bei 128×128, und Augmentierung für einen kleinen Datensatz.</translation>
        </message>
        <message>
            <source>As nose-tip with a learning rate fifty times higher: what does that do?</source>
            <translation>Wie nose-tip mit fünfzigmal so hoher Lernrate: was bewirkt das?</translation>
        </message>
        <message>
            <source>As nose-tip with wider convolutions: does more capacity help?</source>
            <translation>Wie nose-tip mit breiteren Faltungen: hilft mehr Kapazität?</translation>
        </message>
        <message>
            <source>Finds the nose tip on the IMM faces: three small convolutions on the whole picture at 80×60, with a little brightness and contrast jitter and shift.</source>
            <translation>Findet die Nasenspitze der IMM-Gesichter: drei kleine Faltungen auf dem ganzen Bild bei 80×60, mit leicht schwankender Helligkeit, leicht schwankendem Kontrast und Verschiebung.</translation>
        </message>
        <message>
            <source>Finds 68 points on faces cut out by their boxes at 224×224 with ResNet-18, starting from ImageNet weights where these are here.</source>
            <translation>Findet 68 Punkte auf Gesichtern, die nach ihrem Rahmen ausgeschnitten sind, bei 224×224 mit ResNet-18; beginnt mit ImageNet-Gewichten, wenn diese hier sind.</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Imm persons</source>
            <translation>IMM-Personen</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Nose tip</source>
            <translation>Nasenspitze</translation>
        </message>
        <message>
            <source>Fixed</source>
            <translation>Fest</translation>
        </message>
        <message>
            <source>Local</source>
            <translation>Lokal</translation>
        </message>
        <message>
            <source>Whole image</source>
            <translation>Ganzes Bild</translation>
        </message>
        <message>
            <source>Face box</source>
            <translation>Gesichtsrahmen</translation>
        </message>
        <message>
            <source>Cnn</source>
            <translation>CNN</translation>
        </message>
        <message>
            <source>Resnet18</source>
            <translation>ResNet-18</translation>
        </message>
        <message>
            <source>Resnet34</source>
            <translation>ResNet-34</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Leicht</translation>
        </message>
        <message>
            <source>Direct</source>
            <translation>Direkt</translation>
        </message>
        <message>
            <source>Heatmap</source>
            <translation>Heatmap</translation>
        </message>
        <message>
            <source>Pip</source>
            <translation>PIP</translation>
        </message>
        <message>
            <source>Mse</source>
            <translation>MSE</translation>
        </message>
        <message>
            <source>Smooth l1</source>
            <translation>Smooth L1</translation>
        </message>
        <message>
            <source>Wing</source>
            <translation>Wing</translation>
        </message>
        <message>
            <source>Adaptive wing</source>
            <translation>Adaptive Wing</translation>
        </message>
        <message>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <source>Adamw</source>
            <translation>AdamW</translation>
        </message>
        <message>
            <source>Sgd</source>
            <translation>SGD</translation>
        </message>
        <message>
            <source>Constant</source>
            <translation>Konstant</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Stufen</translation>
        </message>
        <message>
            <source>Cosine</source>
            <translation>Kosinus</translation>
        </message>
        <message>
            <source>One cycle</source>
            <translation>Ein Zyklus</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>Float32</source>
            <translation>float32</translation>
        </message>
        <message>
            <source>Bfloat16</source>
            <translation>bfloat16</translation>
        </message>
        <message>
            <source>Folds</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <source>Into how many groups the persons are drawn. Each validates once, in a run of its own.</source>
            <translation>In wie viele Gruppen die Personen gelost werden. Jede validiert einmal, in einem eigenen Lauf.</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Which of the groups validates, while all others are learnt from.</source>
            <translation>Welche der Gruppen validiert, während aus allen anderen gelernt wird.</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>Exakt</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Aus</translation>
        </message>
        <message>
            <source>On</source>
            <translation>An</translation>
        </message>
        <message>
            <source>Relu</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>Leaky relu</source>
            <translation>Leaky ReLU</translation>
        </message>
        <message>
            <source>Tanh</source>
            <translation>Tanh</translation>
        </message>
        <message>
            <source>Max</source>
            <translation>Maximum</translation>
        </message>
        <message>
            <source>Average</source>
            <translation>Mittelwert</translation>
        </message>
        <message>
            <source>Cpu</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>Cuda</source>
            <translation>CUDA</translation>
        </message>
        <message>
            <source>How many times predictions look at a picture: from the second time on the face is cut out upright and centred, by the points found before. The figures after each epoch are of one look.</source>
            <translation>Wie oft Vorhersagen ein Bild ansehen: vom zweiten Mal an wird das Gesicht aufrecht und mittig ausgeschnitten, nach den vorher gefundenen Punkten. Die Zahlen nach jeder Epoche gelten für einen Blick.</translation>
        </message>
        <message>
            <source>%1 %2 instead of %3</source>
            <translation>%1 %2 statt %3</translation>
        </message>
        <message>
            <source>Changed: %1.</source>
            <translation>Geändert: %1.</translation>
        </message>
        <message>
            <source>%1 times the weights.</source>
            <translation>%1-mal so viele Gewichte.</translation>
        </message>
        <message>
            <source>The same NME: %1.</source>
            <translation>Derselbe NME: %1.</translation>
        </message>
        <message>
            <source>%1 points better NME: %2 against %3 %.</source>
            <translation>NME um %1 Prozentpunkte besser: %2 gegenüber %3 %.</translation>
        </message>
        <message>
            <source>%1 points worse NME: %2 against %3 %.</source>
            <translation>NME um %1 Prozentpunkte schlechter: %2 gegenüber %3 %.</translation>
        </message>
        <message>
            <source>The same mean error: %1.</source>
            <translation>Derselbe mittlere Fehler: %1.</translation>
        </message>
        <message>
            <source>%1 px less error: %2 against %3.</source>
            <translation>%1 px weniger Fehler: %2 gegenüber %3.</translation>
        </message>
        <message>
            <source>%1 px more error: %2 against %3.</source>
            <translation>%1 px mehr Fehler: %2 gegenüber %3.</translation>
        </message>
        <message>
            <source>%1 of %2 faces better, %3 worse.</source>
            <translation>%1 von %2 Gesichtern besser, %3 schlechter.</translation>
        </message>
        <message>
            <source>That is more than chance (%1).</source>
            <translation>Das ist mehr als Zufall (%1).</translation>
        </message>
        <message>
            <source>On these faces that may be chance (%1).</source>
            <translation>Auf diesen Gesichtern kann das Zufall sein (%1).</translation>
        </message>
        <message>
            <source>The same settings.</source>
            <translation>Dieselben Einstellungen.</translation>
        </message>
        <message>
            <source>Computed otherwise (%1 instead of %2), which alone can change the error as much as another seed.</source>
            <translation>Anders gerechnet (%1 statt %2); schon das kann den Fehler so sehr ändern wie ein anderer Startwert.</translation>
        </message>
        <message>
            <source>%1 on the graphics card</source>
            <translation>%1 auf der Grafikkarte</translation>
        </message>
        <message>
            <source>%1, %2 threads that share each batch</source>
            <translation>%1, %2 Threads, die sich jeden Stapel teilen</translation>
        </message>
        <message>
            <source>%1, one thread</source>
            <translation>%1, ein Thread</translation>
        </message>
        <message>
            <source>%1, %2 threads</source>
            <translation>%1, %2 Threads</translation>
        </message>
        <message>
            <source>%1 of the faces fail (NME above 8 %), against %2.</source>
            <translation>%1 der Gesichter misslingen (NME über 8 %), gegenüber %2.</translation>
        </message>
        <message>
            <source>%1 has learnt nothing: its error of %2 is no better than always answering the average place (%3).</source>
            <translation>%1 hat nichts gelernt: der Fehler von %2 ist nicht besser, als immer mit der mittleren Lage zu antworten (%3).</translation>
        </message>
        <message>
            <source>%1 draws nearly the same face everywhere: its shapes vary %2 times as much as the true ones.</source>
            <translation>%1 zeichnet überall fast dasselbe Gesicht: die Formen schwanken %2-mal so stark wie die wahren.</translation>
        </message>
        <message>
            <source>An epoch takes %1 s instead of %2 s.</source>
            <translation>Eine Epoche dauert %1 s statt %2 s.</translation>
        </message>
        <message>
            <source>Compared on the faces that both have validated; %1 are only in the first, %2 only in the second.</source>
            <translation>Verglichen auf den Gesichtern, die beide validiert haben; %1 sind nur im ersten, %2 nur im zweiten.</translation>
        </message>
        <message>
            <source>There are no faces that both have validated, so the figures may not compare.</source>
            <translation>Kein Gesicht haben beide validiert; die Zahlen sind also womöglich nicht vergleichbar.</translation>
        </message>
        <message>
            <source>Points that a turned head hides are not annotated, so errors are divided by the size of the face.</source>
            <translation>Punkte, die ein gedrehter Kopf verdeckt, sind nicht annotiert; darum werden Fehler durch die Größe des Gesichts geteilt.</translation>
        </message>
        <message>
            <source>Heads of cats: eyes, mouth and the corners of the ears, left to right as one looks at them.</source>
            <translation>Köpfe von Katzen: Augen, Maul und die Ecken der Ohren, von links nach rechts, wie man auf sie sieht.</translation>
        </message>
        <message>
            <source>Eye centres, nose tip and mouth corners, left to right as one looks at the face.</source>
            <translation>Augenmitten, Nasenspitze und Mundwinkel, von links nach rechts, wie man auf das Gesicht sieht.</translation>
        </message>
        <message>
            <source>Whole people, not faces; left is the person's left.</source>
            <translation>Ganze Menschen, keine Gesichter; links ist der Person links.</translation>
        </message>
        <message>
            <source>The 29 points that LFPW began with; COFW and a part of HELEN are annotated with the same.</source>
            <translation>Die 29 Punkte, mit denen LFPW begann; COFW und ein Teil von HELEN sind mit denselben annotiert.</translation>
        </message>
        <message>
            <source>iBUG's 68 points, made by computer, and the two pupils; the pupils' order is taken from descriptions.</source>
            <translation>iBUGs 68 Punkte, vom Computer gemacht, und die beiden Pupillen; deren Reihenfolge stammt aus Beschreibungen.</translation>
        </message>
        <message>
            <source>68 points in another order and at other places than iBUG's 68 (15 on the jaw, brows as outlines, pupils, the nose as an outline): models of one know nothing of the other without a mapping.</source>
            <translation>68 Punkte in anderer Reihenfolge und an anderen Stellen als iBUGs 68 (15 am Kiefer, Brauen als Umrisse, Pupillen, die Nase als Umriss): Modelle des einen wissen ohne Abbildung nichts vom anderen.</translation>
        </message>
        <message>
            <source>Both feet of a person, as the feet of COCO-WholeBody; left is the person's left.</source>
            <translation>Beide Füße eines Menschen, wie die Füße von COCO-WholeBody; links ist der Person links.</translation>
        </message>
        <message>
            <source>A hand in a mirror is the other hand: there are no mirror pairs.</source>
            <translation>Eine Hand im Spiegel ist die andere Hand: es gibt keine Spiegelpaare.</translation>
        </message>
        <message>
            <source>HELEN's own dense outlines, after descriptions of the set. Faces of HELEN in 300-W have iBUG's 68 points instead.</source>
            <translation>HELENs eigene dichte Umrisse, nach Beschreibungen der Sammlung. Gesichter von HELEN in 300-W haben stattdessen iBUGs 68 Punkte.</translation>
        </message>
        <message>
            <source>iBUG's 68 points without the jaw, as 300-W measures them beside the whole.</source>
            <translation>iBUGs 68 Punkte ohne den Kiefer, wie 300-W sie neben dem Ganzen misst.</translation>
        </message>
        <message>
            <source>As iBUG's 68, but the jaw's points lie on the head where the jaw is, also where the head hides them, not on the visible outline: on turned faces the far side differs. Models of one are not measured on the jaw of the other.</source>
            <translation>Wie iBUGs 68, aber die Punkte des Kiefers liegen am Kopf, wo der Kiefer ist, auch wo der Kopf ihn verdeckt, nicht auf dem sichtbaren Umriss: bei gedrehten Gesichtern ist die ferne Seite anders. Modelle des einen werden nicht am Kiefer des anderen gemessen.</translation>
        </message>
        <message>
            <source>The columns call left what is the person's left, which one sees on the right.</source>
            <translation>Die Spalten nennen links, was der Person links ist; man sieht es rechts.</translation>
        </message>
        <message>
            <source>FG-NET's 68 points in their order, then four more on the lids of each eye.</source>
            <translation>FG-NETs 68 Punkte in ihrer Reihenfolge, dann vier weitere auf den Lidern jedes Auges.</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Schichten</translation>
        </message>
        <message>
            <source>The network layer by layer, such as conv 12 7, relu, max-pool 2, full 168; one to the points follows by itself. Empty: as the five settings below say in short.</source>
            <translation>Das Netz Schicht für Schicht, etwa conv 12 7, relu, max-pool 2, full 168; eine zu den Punkten folgt von selbst. Leer: wie es die fünf Einstellungen darunter kurz sagen.</translation>
        </message>
        <message>
            <source>%1 points better</source>
            <translation>%1 Punkte besser</translation>
        </message>
        <message>
            <source>%1 points worse</source>
            <translation>%1 Punkte schlechter</translation>
        </message>
        <message>
            <source>%1 px better</source>
            <translation>%1 px besser</translation>
        </message>
        <message>
            <source>%1 px worse</source>
            <translation>%1 px schlechter</translation>
        </message>
        <message>
            <source>. That is for other persons alone: of other seeds one seed each says too little; train three at least.</source>
            <translation>. Das gilt nur für andere Personen: Über andere Startwerte sagt je ein Startwert zu wenig; trainieren Sie wenigstens drei.</translation>
        </message>
        <message>
            <source>. That is for other persons alone: of other seeds %1 seeds each say too little; train three at least.</source>
            <translation>. Das gilt nur für andere Personen: Über andere Startwerte sagen je %1 Startwerte zu wenig; trainieren Sie wenigstens drei.</translation>
        </message>
        <message>
            <source>: more than chance, with %1 seeds each.</source>
            <translation>: mehr als Zufall, mit je %1 Startwerten.</translation>
        </message>
        <message>
            <source>: %1 seeds each cannot tell; no number of seeds would, as persons differ too much: it takes more faces.</source>
            <translation>: Das können je %1 Startwerte nicht sagen, und noch so viele auch nicht, denn die Personen sind zu verschieden: Es braucht mehr Gesichter.</translation>
        </message>
        <message>
            <source>: %1 seeds each cannot tell; about %2 would be needed to see a difference of that size.</source>
            <translation>: Das können je %1 Startwerte nicht sagen; um einen so großen Unterschied zu sehen, wären etwa %2 nötig.</translation>
        </message>
        <message>
            <source>: one person cannot tell whether that is more than chance.</source>
            <translation>: Ob das mehr als Zufall ist, kann eine Person nicht sagen.</translation>
        </message>
        <message>
            <source>, give or take %1 (%2 faces of %3 persons)</source>
            <translation>, auf %1 genau (%2 Gesichter von %3 Personen)</translation>
        </message>
        <message>
            <source>: more than chance. Of other seeds folds say nothing.</source>
            <translation>: mehr als Zufall. Über andere Startwerte sagen Gruppen nichts.</translation>
        </message>
        <message>
            <source>: these persons cannot tell. Of other seeds folds say nothing.</source>
            <translation>: Das können diese Personen nicht sagen. Über andere Startwerte sagen Gruppen nichts.</translation>
        </message>
        <message>
            <source>Left out are runs that failed: %1 of the first study, %2 of the second.</source>
            <translation>Ausgelassen sind gescheiterte Läufe: %1 der ersten Studie, %2 der zweiten.</translation>
        </message>
        <message>
            <source>The interval takes persons and seeds as two sources of chance that cross: S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992.</source>
            <translation>Der Bereich nimmt Personen und Startwerte als zwei Quellen des Zufalls, die sich kreuzen: S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992.</translation>
        </message>
        <message>
            <source>One experiment with %1 seeds, of which %2 are finished.</source>
            <translation>Ein Experiment mit %1 Startwerten; fertig sind davon %2.</translation>
        </message>
        <message>
            <source>One experiment over %1 folds, of which %2 are finished.</source>
            <translation>Ein Experiment über %1 Gruppen; fertig sind davon %2.</translation>
        </message>
        <message>
            <source>On average the NME is %1.</source>
            <translation>Im Mittel ist der NME %1.</translation>
        </message>
        <message>
            <source>On average the error is %1.</source>
            <translation>Im Mittel ist der Fehler %1.</translation>
        </message>
        <message>
            <source>The mean of many such runs lies from %1 to %2 (95 %).</source>
            <translation>Das Mittel vieler solcher Läufe liegt zwischen %1 und %2 (95 %).</translation>
        </message>
        <message>
            <source>From run to run it varies by %1 (standard deviation).</source>
            <translation>Von Lauf zu Lauf schwankt er um %1 (Standardabweichung).</translation>
        </message>
        <message>
            <source>Runs whose training failed, and that are in no figure: %1.</source>
            <translation>Läufe, deren Training gescheitert ist und die in keiner Zahl stecken: %1.</translation>
        </message>
    </context>
    <context>
        <name>landmarks</name>
        <message>
            <source>jaw</source>
            <translation>Kiefer</translation>
        </message>
        <message>
            <source>viewer's left</source>
            <translation>im Bild links</translation>
        </message>
        <message>
            <source>chin</source>
            <translation>Kinn</translation>
        </message>
        <message>
            <source>viewer's right</source>
            <translation>im Bild rechts</translation>
        </message>
        <message>
            <source>brow on the viewer's left</source>
            <translation>Augenbraue im Bild links</translation>
        </message>
        <message>
            <source>outer end</source>
            <translation>äußeres Ende</translation>
        </message>
        <message>
            <source>outer quarter</source>
            <translation>äußeres Viertel</translation>
        </message>
        <message>
            <source>middle</source>
            <translation>Mitte</translation>
        </message>
        <message>
            <source>inner quarter</source>
            <translation>inneres Viertel</translation>
        </message>
        <message>
            <source>inner end</source>
            <translation>inneres Ende</translation>
        </message>
        <message>
            <source>brow on the viewer's right</source>
            <translation>Augenbraue im Bild rechts</translation>
        </message>
        <message>
            <source>nose ridge</source>
            <translation>Nasenrücken</translation>
        </message>
        <message>
            <source>top</source>
            <translation>oben</translation>
        </message>
        <message>
            <source>upper</source>
            <translation>obere Hälfte</translation>
        </message>
        <message>
            <source>lower</source>
            <translation>untere Hälfte</translation>
        </message>
        <message>
            <source>nose tip</source>
            <translation>Nasenspitze</translation>
        </message>
        <message>
            <source>nostril</source>
            <translation>Nasenloch</translation>
        </message>
        <message>
            <source>viewer's left outer</source>
            <translation>im Bild links außen</translation>
        </message>
        <message>
            <source>viewer's left inner</source>
            <translation>im Bild links innen</translation>
        </message>
        <message>
            <source>nose base</source>
            <translation>Nasenbasis</translation>
        </message>
        <message>
            <source>viewer's right inner</source>
            <translation>im Bild rechts innen</translation>
        </message>
        <message>
            <source>viewer's right outer</source>
            <translation>im Bild rechts außen</translation>
        </message>
        <message>
            <source>eye on the viewer's left</source>
            <translation>Auge im Bild links</translation>
        </message>
        <message>
            <source>outer corner</source>
            <translation>äußerer Winkel</translation>
        </message>
        <message>
            <source>upper lid outer</source>
            <translation>Oberlid außen</translation>
        </message>
        <message>
            <source>upper lid inner</source>
            <translation>Oberlid innen</translation>
        </message>
        <message>
            <source>inner corner</source>
            <translation>innerer Winkel</translation>
        </message>
        <message>
            <source>lower lid inner</source>
            <translation>Unterlid innen</translation>
        </message>
        <message>
            <source>lower lid outer</source>
            <translation>Unterlid außen</translation>
        </message>
        <message>
            <source>eye on the viewer's right</source>
            <translation>Auge im Bild rechts</translation>
        </message>
        <message>
            <source>mouth corner</source>
            <translation>Mundwinkel</translation>
        </message>
        <message>
            <source>upper lip</source>
            <translation>Oberlippe</translation>
        </message>
        <message>
            <source>viewer's left peak</source>
            <translation>im Bild links am Bogen</translation>
        </message>
        <message>
            <source>viewer's right peak</source>
            <translation>im Bild rechts am Bogen</translation>
        </message>
        <message>
            <source>lower lip</source>
            <translation>Unterlippe</translation>
        </message>
        <message>
            <source>inner mouth corner</source>
            <translation>Mundwinkel innen</translation>
        </message>
        <message>
            <source>inner upper lip</source>
            <translation>Oberlippe innen</translation>
        </message>
        <message>
            <source>inner lower lip</source>
            <translation>Unterlippe innen</translation>
        </message>
        <message>
            <source>inter-ocular (outer eye corners)</source>
            <translation>Augenabstand (äußere Augenwinkel)</translation>
        </message>
        <message>
            <source>upper lid middle</source>
            <translation>Oberlid Mitte</translation>
        </message>
        <message>
            <source>lower lid middle</source>
            <translation>Unterlid Mitte</translation>
        </message>
        <message>
            <source>arch</source>
            <translation>Bogen</translation>
        </message>
        <message>
            <source>nose bridge</source>
            <translation>Nasenwurzel</translation>
        </message>
        <message>
            <source>nose side</source>
            <translation>Nasenseite</translation>
        </message>
        <message>
            <source>nose wing</source>
            <translation>Nasenflügel</translation>
        </message>
        <message>
            <source>viewer's left upper</source>
            <translation>im Bild links oben</translation>
        </message>
        <message>
            <source>viewer's left lower</source>
            <translation>im Bild links unten</translation>
        </message>
        <message>
            <source>lower edge</source>
            <translation>unterer Rand</translation>
        </message>
        <message>
            <source>viewer's right lower</source>
            <translation>im Bild rechts unten</translation>
        </message>
        <message>
            <source>viewer's right upper</source>
            <translation>im Bild rechts oben</translation>
        </message>
        <message>
            <source>centre</source>
            <translation>Mitte</translation>
        </message>
        <message>
            <source>mouth</source>
            <translation>Mund</translation>
        </message>
        <message>
            <source>ear</source>
            <translation>Ohr</translation>
        </message>
        <message>
            <source>pupil</source>
            <translation>Pupille</translation>
        </message>
        <message>
            <source>temple</source>
            <translation>Schläfe</translation>
        </message>
        <message>
            <source>inter-pupil (eye centres)</source>
            <translation>Augenabstand (Augenmitten)</translation>
        </message>
        <message>
            <source>ear on the viewer's left</source>
            <translation>Ohr im Bild links</translation>
        </message>
        <message>
            <source>outer base</source>
            <translation>äußerer Ansatz</translation>
        </message>
        <message>
            <source>tip</source>
            <translation>Spitze</translation>
        </message>
        <message>
            <source>inner base</source>
            <translation>innerer Ansatz</translation>
        </message>
        <message>
            <source>ear on the viewer's right</source>
            <translation>Ohr im Bild rechts</translation>
        </message>
        <message>
            <source>nose</source>
            <translation>Nase</translation>
        </message>
        <message>
            <source>left_eye</source>
            <translation>linkes Auge</translation>
        </message>
        <message>
            <source>right_eye</source>
            <translation>rechtes Auge</translation>
        </message>
        <message>
            <source>left_ear</source>
            <translation>linkes Ohr</translation>
        </message>
        <message>
            <source>right_ear</source>
            <translation>rechtes Ohr</translation>
        </message>
        <message>
            <source>left_shoulder</source>
            <translation>linke Schulter</translation>
        </message>
        <message>
            <source>right_shoulder</source>
            <translation>rechte Schulter</translation>
        </message>
        <message>
            <source>left_elbow</source>
            <translation>linker Ellenbogen</translation>
        </message>
        <message>
            <source>right_elbow</source>
            <translation>rechter Ellenbogen</translation>
        </message>
        <message>
            <source>left_wrist</source>
            <translation>linkes Handgelenk</translation>
        </message>
        <message>
            <source>right_wrist</source>
            <translation>rechtes Handgelenk</translation>
        </message>
        <message>
            <source>left_hip</source>
            <translation>linke Hüfte</translation>
        </message>
        <message>
            <source>right_hip</source>
            <translation>rechte Hüfte</translation>
        </message>
        <message>
            <source>left_knee</source>
            <translation>linkes Knie</translation>
        </message>
        <message>
            <source>right_knee</source>
            <translation>rechtes Knie</translation>
        </message>
        <message>
            <source>left_ankle</source>
            <translation>linker Knöchel</translation>
        </message>
        <message>
            <source>right_ankle</source>
            <translation>rechter Knöchel</translation>
        </message>
        <message>
            <source>upper edge middle</source>
            <translation>oberer Rand Mitte</translation>
        </message>
        <message>
            <source>lower edge middle</source>
            <translation>unterer Rand Mitte</translation>
        </message>
        <message>
            <source>upper edge outer</source>
            <translation>oberer Rand außen</translation>
        </message>
        <message>
            <source>upper edge inner</source>
            <translation>oberer Rand innen</translation>
        </message>
        <message>
            <source>lower edge inner</source>
            <translation>unterer Rand innen</translation>
        </message>
        <message>
            <source>lower edge outer</source>
            <translation>unterer Rand außen</translation>
        </message>
        <message>
            <source>left_big_toe</source>
            <translation>linker großer Zeh</translation>
        </message>
        <message>
            <source>left_small_toe</source>
            <translation>linker kleiner Zeh</translation>
        </message>
        <message>
            <source>left_heel</source>
            <translation>linke Ferse</translation>
        </message>
        <message>
            <source>right_big_toe</source>
            <translation>rechter großer Zeh</translation>
        </message>
        <message>
            <source>right_small_toe</source>
            <translation>rechter kleiner Zeh</translation>
        </message>
        <message>
            <source>right_heel</source>
            <translation>rechte Ferse</translation>
        </message>
        <message>
            <source>wrist</source>
            <translation>Handgelenk</translation>
        </message>
        <message>
            <source>thumb1</source>
            <translation>Daumen 1</translation>
        </message>
        <message>
            <source>thumb2</source>
            <translation>Daumen 2</translation>
        </message>
        <message>
            <source>thumb3</source>
            <translation>Daumen 3</translation>
        </message>
        <message>
            <source>thumb4</source>
            <translation>Daumen 4</translation>
        </message>
        <message>
            <source>forefinger1</source>
            <translation>Zeigefinger 1</translation>
        </message>
        <message>
            <source>forefinger2</source>
            <translation>Zeigefinger 2</translation>
        </message>
        <message>
            <source>forefinger3</source>
            <translation>Zeigefinger 3</translation>
        </message>
        <message>
            <source>forefinger4</source>
            <translation>Zeigefinger 4</translation>
        </message>
        <message>
            <source>middle_finger1</source>
            <translation>Mittelfinger 1</translation>
        </message>
        <message>
            <source>middle_finger2</source>
            <translation>Mittelfinger 2</translation>
        </message>
        <message>
            <source>middle_finger3</source>
            <translation>Mittelfinger 3</translation>
        </message>
        <message>
            <source>middle_finger4</source>
            <translation>Mittelfinger 4</translation>
        </message>
        <message>
            <source>ring_finger1</source>
            <translation>Ringfinger 1</translation>
        </message>
        <message>
            <source>ring_finger2</source>
            <translation>Ringfinger 2</translation>
        </message>
        <message>
            <source>ring_finger3</source>
            <translation>Ringfinger 3</translation>
        </message>
        <message>
            <source>ring_finger4</source>
            <translation>Ringfinger 4</translation>
        </message>
        <message>
            <source>pinky_finger1</source>
            <translation>kleiner Finger 1</translation>
        </message>
        <message>
            <source>pinky_finger2</source>
            <translation>kleiner Finger 2</translation>
        </message>
        <message>
            <source>pinky_finger3</source>
            <translation>kleiner Finger 3</translation>
        </message>
        <message>
            <source>pinky_finger4</source>
            <translation>kleiner Finger 4</translation>
        </message>
        <message>
            <source>upper lid</source>
            <translation>Oberlid</translation>
        </message>
        <message>
            <source>lower lid</source>
            <translation>Unterlid</translation>
        </message>
        <message>
            <source>upper edge</source>
            <translation>oberer Rand</translation>
        </message>
        <message>
            <source>jaw on the head</source>
            <translation>Kiefer am Kopf</translation>
        </message>
        <message>
            <source>upper edge inner end</source>
            <translation>oberer Rand inneres Ende</translation>
        </message>
        <message>
            <source>lower edge inner end</source>
            <translation>unterer Rand inneres Ende</translation>
        </message>
    </context>
    <context>
        <name>main</name>
        <message>
            <source>Writing files was broken off, by a crash or a kill.</source>
            <translation>Das Schreiben von Dateien wurde unterbrochen, durch einen Absturz oder von außen.</translation>
        </message>
        <message>
            <source>A studio for facial keypoints.</source>
            <translation>Ein Studio für Gesichtspunkte.</translation>
        </message>
        <message>
            <source>Folder of faces, list or project to open.</source>
            <translation>Ordner mit Gesichtern, Liste oder Projekt zum Öffnen.</translation>
        </message>
        <message>
            <source>Show the cases of this run folder.</source>
            <translation>Die Fälle dieses Laufordners zeigen.</translation>
        </message>
        <message>
            <source>Write and look for runs in this folder.</source>
            <translation>Läufe in diesen Ordner schreiben und dort suchen.</translation>
        </message>
        <message>
            <source>Say how long it took until the window was painted, and quit.</source>
            <translation>Ausgeben, wie lange es dauerte, bis das Fenster gezeichnet war, und beenden.</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>Das hat nicht geklappt</translation>
        </message>
        <message>
            <source>Start on this page: data, augment, train, runs, cases or photos.</source>
            <translation>Mit dieser Seite beginnen: data, augment, train, runs, cases oder photos.</translation>
        </message>
        <message>
            <source>Train with the vector units that every processor has, so that a precision of exact gives the same figures on all; slower.</source>
            <translation>Mit den Vektoreinheiten trainieren, die jeder Prozessor hat, damit die Genauigkeit „exact“ auf allen dieselben Zahlen gibt; langsamer.</translation>
        </message>
        <message>
            <source>rudolph-studio: at most one data set, and a page is data, augment, train, runs, cases or photos; see --help
</source>
            <translation>rudolph-studio: höchstens ein Datensatz, und eine Seite ist data, augment, train, runs, cases oder photos; siehe --help
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph</name>
        <message>
            <source>Rudolph project</source>
            <translation>Rudolph-Projekt</translation>
        </message>
        <message>
            <source>pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>recipe</source>
            <translation>Rezept</translation>
        </message>
        <message>
            <source>frames of videos</source>
            <translation>Einzelbilder aus Videos</translation>
        </message>
        <message>
            <source>YOLO labels</source>
            <translation>YOLO-Labels</translation>
        </message>
        <message>
            <source>flipped</source>
            <translation>gespiegelt</translation>
        </message>
        <message>
            <source>enlarged to %1</source>
            <translation>vergrößert auf %1</translation>
        </message>
        <message>
            <source>reduced to %1</source>
            <translation>verkleinert auf %1</translation>
        </message>
        <message>
            <source>turned left by %1°</source>
            <translation>um %1° nach links gedreht</translation>
        </message>
        <message>
            <source>turned right by %1°</source>
            <translation>um %1° nach rechts gedreht</translation>
        </message>
        <message>
            <source>%1 px to the right</source>
            <translation>%1 px nach rechts</translation>
        </message>
        <message>
            <source>%1 px to the left</source>
            <translation>%1 px nach links</translation>
        </message>
        <message>
            <source>%1 px down</source>
            <translation>%1 px nach unten</translation>
        </message>
        <message>
            <source>%1 px up</source>
            <translation>%1 px nach oben</translation>
        </message>
        <message>
            <source>right side</source>
            <translation>rechte Seite</translation>
        </message>
        <message>
            <source>left side</source>
            <translation>linke Seite</translation>
        </message>
        <message>
            <source>upper side</source>
            <translation>obere Seite</translation>
        </message>
        <message>
            <source>lower side</source>
            <translation>untere Seite</translation>
        </message>
        <message>
            <source>brightened to %1</source>
            <translation>aufgehellt auf %1</translation>
        </message>
        <message>
            <source>darkened to %1</source>
            <translation>abgedunkelt auf %1</translation>
        </message>
        <message>
            <source>contrast %1</source>
            <translation>Kontrast %1</translation>
        </message>
        <message>
            <source>gamma %1 (darker)</source>
            <translation>Gamma %1 (dunkler)</translation>
        </message>
        <message>
            <source>gamma %1 (lighter)</source>
            <translation>Gamma %1 (heller)</translation>
        </message>
        <message>
            <source>%1 darkened to %2</source>
            <translation>%1 auf %2 abgedunkelt</translation>
        </message>
        <message>
            <source>covered by grey</source>
            <translation>mit Grau verdeckt</translation>
        </message>
        <message>
            <source>covered by noise</source>
            <translation>mit Rauschen verdeckt</translation>
        </message>
        <message>
            <source>covered by a piece of the picture</source>
            <translation>mit einem Stück des Bildes verdeckt</translation>
        </message>
        <message>
            <source>covered by a hand</source>
            <translation>von einer Hand verdeckt</translation>
        </message>
        <message>
            <source>covered by hair</source>
            <translation>von Haaren verdeckt</translation>
        </message>
        <message>
            <source>glasses</source>
            <translation>Brille</translation>
        </message>
        <message>
            <source>a mask</source>
            <translation>Maske</translation>
        </message>
        <message>
            <source>covered by a bottle</source>
            <translation>von einer Flasche verdeckt</translation>
        </message>
        <message>
            <source>moved by %1 px</source>
            <translation>um %1 px bewegt</translation>
        </message>
        <message>
            <source>%1 px across</source>
            <translation>%1 px breit</translation>
        </message>
        <message>
            <source>%1, %2 of its side long</source>
            <translation>%1, %2 der Bildseite lang</translation>
        </message>
        <message>
            <source>blurred by %1 px</source>
            <translation>unscharf um %1 px</translation>
        </message>
        <message>
            <source>noise of %1 grey levels</source>
            <translation>Rauschen von %1 Graustufen</translation>
        </message>
        <message>
            <source>JPEG quality %1</source>
            <translation>JPEG-Qualität %1</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>Unverändert</translation>
        </message>
        <message>
            <source>%1 px</source>
            <translation>%1 px</translation>
        </message>
        <message>
            <source>no better</source>
            <translation>nicht besser</translation>
        </message>
        <message>
            <source>%1× better</source>
            <translation>%1× besser</translation>
        </message>
        <message>
            <source>under 1 s</source>
            <translation>unter 1 s</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>noch %1</translation>
        </message>
        <message>
            <source>There is no point yet: click on the drawing.</source>
            <translation>Es gibt noch keinen Punkt: in die Zeichnung klicken.</translation>
        </message>
        <message>
            <source>Point %1 has no name.</source>
            <translation>Punkt %1 hat keinen Namen.</translation>
        </message>
        <message>
            <source>Points %1 and %2 are both called “%3”.</source>
            <translation>Die Punkte %1 und %2 heißen beide „%3“.</translation>
        </message>
        <message>
            <source>“%1” is not placed yet; the drawing is kept only when all points are (%2 are not).</source>
            <translation>„%1“ ist noch nicht gesetzt; die Zeichnung wird nur behalten, wenn alle Punkte es sind (%2 sind es nicht).</translation>
        </message>
        <message>
            <source>A line has no name.</source>
            <translation>Eine Linie hat keinen Namen.</translation>
        </message>
        <message>
            <source>The line “%1” needs two points or more.</source>
            <translation>Die Linie „%1“ braucht mindestens zwei Punkte.</translation>
        </message>
        <message>
            <source>“%1” and “%2” lie on the same side of the face.</source>
            <translation>„%1“ und „%2“ liegen auf derselben Seite des Gesichts.</translation>
        </message>
        <message>
            <source>The distance that errors are divided by needs a point or more at both of its ends.</source>
            <translation>Der Abstand, durch den Fehler geteilt werden, braucht an beiden Enden mindestens einen Punkt.</translation>
        </message>
        <message>
            <source>The distance that errors are divided by begins and ends at the same points.</source>
            <translation>Der Abstand, durch den Fehler geteilt werden, beginnt und endet an denselben Punkten.</translation>
        </message>
        <message>
            <source>The distance that errors are divided by has no name.</source>
            <translation>Der Abstand, durch den Fehler geteilt werden, hat keinen Namen.</translation>
        </message>
        <message>
            <source>point %1</source>
            <translation>Punkt %1</translation>
        </message>
        <message>
            <source>There is not enough memory.</source>
            <translation>Der Speicher reicht nicht.</translation>
        </message>
        <message>
            <source>Close other programs, or choose a smaller batch or input.</source>
            <translation>Andere Programme schließen, oder einen kleineren Batch oder eine kleinere Eingabe wählen.</translation>
        </message>
        <message>
            <source>An error that nobody expected.</source>
            <translation>Ein Fehler, mit dem niemand gerechnet hat.</translation>
        </message>
        <message>
            <source>twice</source>
            <translation>doppelt</translation>
        </message>
        <message>
            <source>%1 times</source>
            <translation>%1-mal</translation>
        </message>
        <message>
            <source>The jaw is</source>
            <translation>Die Kinnlinie liegt</translation>
        </message>
        <message>
            <source>The brows are</source>
            <translation>Die Brauen liegen</translation>
        </message>
        <message>
            <source>The nose is</source>
            <translation>Die Nase liegt</translation>
        </message>
        <message>
            <source>The eyes are</source>
            <translation>Die Augen liegen</translation>
        </message>
        <message>
            <source>The mouth is</source>
            <translation>Der Mund liegt</translation>
        </message>
        <message>
            <source>Other points are</source>
            <translation>Andere Punkte liegen</translation>
        </message>
        <message>
            <source>the jaw</source>
            <translation>die Kinnlinie</translation>
        </message>
        <message>
            <source>the brows</source>
            <translation>die Brauen</translation>
        </message>
        <message>
            <source>the nose</source>
            <translation>die Nase</translation>
        </message>
        <message>
            <source>the eyes</source>
            <translation>die Augen</translation>
        </message>
        <message>
            <source>the mouth</source>
            <translation>der Mund</translation>
        </message>
        <message>
            <source>other points</source>
            <translation>andere Punkte</translation>
        </message>
        <message>
            <source>, and %1 of them fail, of the others none</source>
            <translation>; %1 von ihnen misslingen, die anderen nie</translation>
        </message>
        <message>
            <source>, and fail %1 as often</source>
            <translation> und misslingen %1 so oft</translation>
        </message>
        <message>
            <source>Predicted shapes vary %1 times as much as true ones: the network draws nearly the same face</source>
            <translation>Vorhergesagte Formen schwanken %1-mal so stark wie wahre: das Netz zeichnet fast immer dasselbe Gesicht</translation>
        </message>
        <message>
            <source>%1 of %2 turned heads are drawn turned the wrong way</source>
            <translation>%1 von %2 gedrehten Köpfen sind falsch herum gedreht gezeichnet</translation>
        </message>
        <message>
            <source>Turned heads are off %1 as much as frontal ones</source>
            <translation>Gedrehte Köpfe liegen %1 so weit daneben wie frontale</translation>
        </message>
        <message>
            <source>Heads tilted by more than %1° are off %2 as much as upright ones</source>
            <translation>Um mehr als %1° geneigte Köpfe liegen %2 so weit daneben wie aufrechte</translation>
        </message>
        <message>
            <source>Faces darker than %1 are off %2 as much as others</source>
            <translation>Gesichter dunkler als %1 liegen %2 so weit daneben wie andere</translation>
        </message>
        <message>
            <source>Faces brighter than %1 are off %2 as much as others</source>
            <translation>Gesichter heller als %1 liegen %2 so weit daneben wie andere</translation>
        </message>
        <message>
            <source>Faces with less contrast than %1 are off %2 as much as others</source>
            <translation>Gesichter mit weniger Kontrast als %1 liegen %2 so weit daneben wie andere</translation>
        </message>
        <message>
            <source>Faces smaller than %1 px are off %2 as much as larger ones</source>
            <translation>Gesichter kleiner als %1 px liegen %2 so weit daneben wie größere</translation>
        </message>
        <message>
            <source>%1 off %2 as much as %3</source>
            <translation>%1 %2 so weit daneben wie %3</translation>
        </message>
        <message>
            <source>One face is off %1 as much as is typical: perhaps its truth is wrong</source>
            <translation>Ein Gesicht liegt %1 so weit daneben wie üblich: vielleicht ist seine Wahrheit falsch</translation>
        </message>
        <message>
            <source>%1 faces are off %2 as much as is typical: perhaps their truth is wrong</source>
            <translation>%1 Gesichter liegen %2 so weit daneben wie üblich: vielleicht ist ihre Wahrheit falsch</translation>
        </message>
        <message>
            <source>Heads more than one standard deviation from frontal.</source>
            <translation>Köpfe mehr als eine Standardabweichung von frontal entfernt.</translation>
        </message>
        <message>
            <source>Compared on %1 faces. Choosing this shows the faces where that part is off most.</source>
            <translation>Auf %1 Gesichtern verglichen. Ein Klick zeigt die Gesichter, bei denen dieser Teil am weitesten danebenliegt.</translation>
        </message>
        <message>
            <source>They make %1 of the whole error more than typical faces would.</source>
            <translation>Sie tragen %1 des ganzen Fehlers mehr bei, als übliche Gesichter es täten.</translation>
        </message>
        <message>
            <source>%1 faces beside %2 others. If they were as good, %3 of the error would go.</source>
            <translation>%1 Gesichter neben %2 anderen. Wären sie so gut wie diese, fielen %3 des Fehlers weg.</translation>
        </message>
        <message>
            <source>Turned by more than %1 standard deviations.</source>
            <translation>Um mehr als %1 Standardabweichungen gedreht.</translation>
        </message>
        <message>
            <source>An NME above 8 % have %1 of them, and %2 of the others.</source>
            <translation>Einen NME über 8 % haben %1 von ihnen und %2 der anderen.</translation>
        </message>
        <message>
            <source>Jaw</source>
            <translation>Kinnlinie</translation>
        </message>
        <message>
            <source>Brows</source>
            <translation>Brauen</translation>
        </message>
        <message>
            <source>Nose</source>
            <translation>Nase</translation>
        </message>
        <message>
            <source>Eyes</source>
            <translation>Augen</translation>
        </message>
        <message>
            <source>Mouth</source>
            <translation>Mund</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Andere</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Helligkeit</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <source>Head turn</source>
            <translation>Kopfdrehung</translation>
        </message>
        <message>
            <source>Roll</source>
            <translation>Neigung</translation>
        </message>
        <message>
            <source>Face size</source>
            <translation>Gesichtsgröße</translation>
        </message>
        <message>
            <source>Brightness, mean grey of 255</source>
            <translation>Helligkeit, mittleres Grau von 255</translation>
        </message>
        <message>
            <source>Contrast, grey levels</source>
            <translation>Kontrast, Graustufen</translation>
        </message>
        <message>
            <source>Head turn, standard deviations</source>
            <translation>Kopfdrehung, Standardabweichungen</translation>
        </message>
        <message>
            <source>Roll, degrees</source>
            <translation>Neigung, Grad</translation>
        </message>
        <message>
            <source>Face size, px</source>
            <translation>Gesichtsgröße, px</translation>
        </message>
        <message>
            <source>brightness %1</source>
            <translation>Helligkeit %1</translation>
        </message>
        <message>
            <source>turned by %1 sd</source>
            <translation>um %1 Std.-Abw. gedreht</translation>
        </message>
        <message>
            <source>rolled by %1°</source>
            <translation>um %1° geneigt</translation>
        </message>
        <message>
            <source>%1 px large</source>
            <translation>%1 px groß</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>running</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>gestoppt</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>interrupted</source>
            <translation>unterbrochen</translation>
        </message>
        <message>
            <source>★</source>
            <translation>★</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>NME</source>
            <translation>NME</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>MSE</source>
            <translation>MSE</translation>
        </message>
        <message>
            <source>Variance</source>
            <translation>Varianz</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Vorlage</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Schlagwörter</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Runs that you have given a star</source>
            <translation>Läufe mit Stern</translation>
        </message>
        <message>
            <source>Computed</source>
            <translation>Gerechnet</translation>
        </message>
        <message>
            <source>Runs that are computed otherwise differ as by another seed</source>
            <translation>Läufe, die anders gerechnet sind, weichen ab wie bei einem anderen Startwert</translation>
        </message>
        <message>
            <source>%1, graphics card</source>
            <translation>%1, Grafikkarte</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n threads share</source>
            <translation>
                <numerusform>%1, %n Thread teilt</numerusform>
                <numerusform>%1, %n Threads teilen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n thread(s)</source>
            <translation>
                <numerusform>%1, %n Thread</numerusform>
                <numerusform>%1, %n Threads</numerusform>
            </translation>
        </message>
        <message>
            <source>The preset with the experiment's name, else the nearest</source>
            <translation>Die Vorlage mit dem Namen des Experiments, sonst die nächstliegende</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>The preset %1, unchanged.</source>
            <translation>Die Vorlage %1, unverändert.</translation>
        </message>
        <message>
            <source>The preset %1 with: %2.</source>
            <translation>Die Vorlage %1 mit: %2.</translation>
        </message>
        <message>
            <source>%1 faces to train, %2 to validate; %3 weights; %4.</source>
            <translation>%1 Gesichter zum Trainieren, %2 zum Validieren; %3 Gewichte; %4.</translation>
        </message>
        <message>
            <source>Weights that it started from: %1.</source>
            <translation>Gewichte, mit denen er begann: %1.</translation>
        </message>
        <message>
            <source>It has not finished an epoch.</source>
            <translation>Noch keine Epoche ist beendet.</translation>
        </message>
        <message>
            <source>Best in epoch %1 of %2: NME %3, mean error %4.</source>
            <translation>Am besten in Epoche %1 von %2: NME %3, mittlerer Fehler %4.</translation>
        </message>
        <message>
            <source>It has learnt nothing: always answering the average place is off by %1.</source>
            <translation>Nichts wurde gelernt: immer mit der mittleren Lage zu antworten, liegt um %1 daneben.</translation>
        </message>
        <message>
            <source>Against always answering the average place: %1.</source>
            <translation>Verglichen damit, immer mit der mittleren Lage zu antworten: %1.</translation>
        </message>
        <message>
            <source>It draws nearly the same face everywhere: its shapes vary %1 times as much as the true ones.</source>
            <translation>Überall wird fast dasselbe Gesicht gezeichnet: die Formen schwanken %1-mal so stark wie die wahren.</translation>
        </message>
        <message>
            <source>NME, %</source>
            <translation>NME, %</translation>
        </message>
        <message>
            <source>Mean error, px</source>
            <translation>Mittlerer Fehler, px</translation>
        </message>
        <message>
            <source>AUC@0.08</source>
            <translation>AUC@0.08</translation>
        </message>
        <message>
            <source>FR@0.08, %</source>
            <translation>FR@0.08, %</translation>
        </message>
        <message>
            <source>Variance of shapes</source>
            <translation>Varianz der Formen</translation>
        </message>
        <message>
            <source>Time, s</source>
            <translation>Dauer, s</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Face %1</source>
            <translation>Gesicht %1</translation>
        </message>
        <message>
            <source>%1, doubtful</source>
            <translation>%1, fraglich</translation>
        </message>
        <message>
            <source>turned %1° to the right</source>
            <translation>%1° nach rechts gedreht</translation>
        </message>
        <message>
            <source>turned %1° to the left</source>
            <translation>%1° nach links gedreht</translation>
        </message>
        <message>
            <source>%1° up</source>
            <translation>%1° nach oben</translation>
        </message>
        <message>
            <source>%1° down</source>
            <translation>%1° nach unten</translation>
        </message>
        <message>
            <source>straight into the camera</source>
            <translation>gerade in die Kamera</translation>
        </message>
        <message>
            <source>tilted %1° to the right</source>
            <translation>%1° nach rechts geneigt</translation>
        </message>
        <message>
            <source>tilted %1° to the left</source>
            <translation>%1° nach links geneigt</translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <source>video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>no face found</source>
            <translation>kein Gesicht gefunden</translation>
        </message>
        <message>
            <source>%1, %2 doubtful</source>
            <translation>%1, %2 fraglich</translation>
        </message>
        <message>
            <source>%1 doubtful</source>
            <translation>%1 fraglich</translation>
        </message>
        <message>
            <source>%1 without a face</source>
            <translation>%1 ohne Gesicht</translation>
        </message>
        <message>
            <source>%1 broken</source>
            <translation>%1 beschädigt</translation>
        </message>
        <message>
            <source>%1 waiting</source>
            <translation>%1 warten</translation>
        </message>
        <message>
            <source>Mean squared error on normalised coordinates, whichever loss training makes small</source>
            <translation>Mittlerer quadratischer Fehler normalisierter Koordinaten, gleich welchen Verlust das Training klein macht</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>The picture cannot be read</source>
            <translation>Das Bild ist nicht lesbar</translation>
        </message>
        <message>
            <source>Open photographs…</source>
            <translation>Fotos öffnen…</translation>
        </message>
        <message>
            <source>Open photographs and videos</source>
            <translation>Fotos und Videos öffnen</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Open a folder…</source>
            <translation>Ordner öffnen…</translation>
        </message>
        <message>
            <source>Open all photographs of a folder and of those in it</source>
            <translation>Alle Fotos eines Ordners und der Ordner darin öffnen</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Kamera</translation>
        </message>
        <message>
            <source>Looking for cameras…</source>
            <translation>Suche nach Kameras…</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Sichern…</translation>
        </message>
        <message>
            <source>Save pictures with points, the points, or a table</source>
            <translation>Bilder mit Punkten, die Punkte oder eine Tabelle sichern</translation>
        </message>
        <message>
            <source>Annotate these…</source>
            <translation>Annotieren…</translation>
        </message>
        <message>
            <source>Open the photographs in the annotator, their points as proposals</source>
            <translation>Die Fotos im Annotator öffnen, ihre Punkte als Vorschläge</translation>
        </message>
        <message>
            <source>Remove from the list</source>
            <translation>Aus der Liste nehmen</translation>
        </message>
        <message>
            <source>Take the selected photographs out of the list; their files stay</source>
            <translation>Die gewählten Fotos aus der Liste nehmen; ihre Dateien bleiben</translation>
        </message>
        <message>
            <source>Remove all</source>
            <translation>Alle entfernen</translation>
        </message>
        <message>
            <source>Empty the list; the files stay</source>
            <translation>Die Liste leeren; die Dateien bleiben</translation>
        </message>
        <message>
            <source>Previous photograph</source>
            <translation>Voriges Foto</translation>
        </message>
        <message>
            <source>Next photograph</source>
            <translation>Nächstes Foto</translation>
        </message>
        <message>
            <source>Previous face</source>
            <translation>Voriges Gesicht</translation>
        </message>
        <message>
            <source>Choose the face before and zoom to it; before the first, go to the photograph before</source>
            <translation>Das vorige Gesicht wählen und heranholen; vor dem ersten zum vorigen Foto gehen</translation>
        </message>
        <message>
            <source>Next face</source>
            <translation>Nächstes Gesicht</translation>
        </message>
        <message>
            <source>Choose the next face and zoom to it; after the last, go to the next photograph</source>
            <translation>Das nächste Gesicht wählen und heranholen; nach dem letzten zum nächsten Foto gehen</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Linien</translation>
        </message>
        <message>
            <source>Join the points by the scheme's lines</source>
            <translation>Punkte mit den Linien des Schemas verbinden</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Nummern</translation>
        </message>
        <message>
            <source>Show the points' numbers, of the chosen face</source>
            <translation>Die Nummern der Punkte zeigen, beim gewählten Gesicht</translation>
        </message>
        <message>
            <source>Boxes</source>
            <translation>Rahmen</translation>
        </message>
        <message>
            <source>Show the boxes and how sure the model is</source>
            <translation>Die Rahmen zeigen, und wie sicher das Modell ist</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Einpassen</translation>
        </message>
        <message>
            <source>Show the whole picture</source>
            <translation>Ganzes Bild zeigen</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Hineinzoomen</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Herauszoomen</translation>
        </message>
        <message>
            <source>Draw box</source>
            <translation>Rahmen ziehen</translation>
        </message>
        <message>
            <source>Draw a box around a face</source>
            <translation>Einen Rahmen um ein Gesicht ziehen</translation>
        </message>
        <message>
            <source>Delete face</source>
            <translation>Gesicht löschen</translation>
        </message>
        <message>
            <source>Delete the chosen face and its box</source>
            <translation>Das gewählte Gesicht und seinen Rahmen löschen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln face(s)</source>
            <translation>
                <numerusform>%Ln Gesicht</numerusform>
                <numerusform>%Ln Gesichter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln photograph(s)</source>
            <translation>
                <numerusform>%Ln Foto</numerusform>
                <numerusform>%Ln Fotos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln video(s)</source>
            <translation>
                <numerusform>%Ln Video</numerusform>
                <numerusform>%Ln Videos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures</source>
            <translation>
                <numerusform>%Ln Bild</numerusform>
                <numerusform>%Ln Bilder</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files of numbers</source>
            <translation>
                <numerusform>%Ln Datei mit Zahlen</numerusform>
                <numerusform>%Ln Dateien mit Zahlen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln texts</source>
            <translation>
                <numerusform>%Ln Text</numerusform>
                <numerusform>%Ln Texte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln other files</source>
            <translation>
                <numerusform>%Ln andere Datei</numerusform>
                <numerusform>%Ln andere Dateien</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <translation>%1 in %2</translation>
        </message>
        <message>
            <source>columns %1 and %2</source>
            <translation>Spalten %1 und %2</translation>
        </message>
        <message>
            <source>first all y, then all x</source>
            <translation>erst alle y, dann alle x</translation>
        </message>
        <message>
            <source>first all x, then all y</source>
            <translation>erst alle x, dann alle y</translation>
        </message>
        <message>
            <source>y and x in turn</source>
            <translation>y und x abwechselnd</translation>
        </message>
        <message>
            <source>x and y in turn</source>
            <translation>x und y abwechselnd</translation>
        </message>
        <message>
            <source>A file for each picture</source>
            <translation>Eine Datei je Bild</translation>
        </message>
        <message>
            <source>A table, a face in each row</source>
            <translation>Tabelle, ein Gesicht je Zeile</translation>
        </message>
        <message>
            <source>A table, a point in each row</source>
            <translation>Tabelle, ein Punkt je Zeile</translation>
        </message>
        <message>
            <source>One file, a block for each picture</source>
            <translation>Eine Datei, ein Block je Bild</translation>
        </message>
        <message numerus="yes">
            <source>%n more kinds of files</source>
            <translation>
                <numerusform>%n weitere Art von Dateien</numerusform>
                <numerusform>%n weitere Arten von Dateien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n folders that cannot be read</source>
            <translation>
                <numerusform>%n Ordner, der nicht gelesen werden kann</numerusform>
                <numerusform>%n Ordner, die nicht gelesen werden können</numerusform>
            </translation>
        </message>
        <message>
            <source>No files</source>
            <translation>Keine Dateien</translation>
        </message>
        <message>
            <source>relative to the picture</source>
            <translation>relativ zum Bild</translation>
        </message>
        <message>
            <source>from the picture&apos;s middle</source>
            <translation>von der Bildmitte aus</translation>
        </message>
        <message>
            <source>relative to the face&apos;s box</source>
            <translation>relativ zum Rahmen des Gesichts</translation>
        </message>
        <message>
            <source>counted from 1</source>
            <translation>gezählt ab 1</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n faces</source>
            <comment>of a sample</comment>
            <translation>
                <numerusform>%1 von %n Gesicht</numerusform>
                <numerusform>%1 von %n Gesichtern</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n points</source>
            <translation>
                <numerusform>%n Punkt</numerusform>
                <numerusform>%n Punkte</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 inside the pictures</source>
            <translation>%1 in den Bildern</translation>
        </message>
        <message>
            <source>Points lie outside their pictures. Are they relative to the picture, or is y before x?</source>
            <translation>Punkte liegen außerhalb ihrer Bilder. Sind sie relativ zum Bild, oder steht y vor x?</translation>
        </message>
        <message>
            <source>The faces have different numbers of points. Are there other numbers before or between them?</source>
            <translation>Die Gesichter haben verschieden viele Punkte. Stehen andere Zahlen davor oder dazwischen?</translation>
        </message>
        <message>
            <source>The faces lie on their side. Is y before x?</source>
            <translation>Die Gesichter liegen auf der Seite. Steht y vor x?</translation>
        </message>
        <message>
            <source>This looks like no face. Do x and y come in turn, or in two halves?</source>
            <translation>Das sieht nicht wie ein Gesicht aus. Kommen x und y abwechselnd oder in zwei Hälften?</translation>
        </message>
        <message>
            <source>the variable %1</source>
            <translation>die Variable %1</translation>
        </message>
        <message>
            <source>Mean error</source>
            <translation>Mittlerer Fehler</translation>
        </message>
        <message>
            <source>Gauge</source>
            <translation>Formmaß</translation>
        </message>
        <message>
            <source>Constant answer</source>
            <translation>Konstante Antwort</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>Looks</source>
            <translation>Blicke</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <source>Normalised mean error: how far the points are off on average, over a distance of the face, most often that between the eyes. 0 is perfect; below 5 % a network is usable.</source>
            <translation>Normalisierter mittlerer Fehler: wie weit die Punkte im Mittel danebenliegen, geteilt durch einen Abstand im Gesicht, meist den der Augen. 0 ist vollkommen; unter 5 % ist ein Netz brauchbar.</translation>
        </message>
        <message>
            <source>The mean distance between true and predicted points, in pixels of the picture. It cannot be compared between pictures of different sizes.</source>
            <translation>Der mittlere Abstand zwischen wahren und vorhergesagten Punkten, in Pixeln des Bildes. Zwischen Bildern verschiedener Größe lässt er sich nicht vergleichen.</translation>
        </message>
        <message>
            <source>Area under the curve of faces by error (CED) up to an NME of 8 %: 1 if all faces were perfect, 0 if none were better than 8 %.</source>
            <translation>Fläche unter der Kurve der Gesichter nach Fehler (CED) bis zu einem NME von 8 %: 1, wenn alle Gesichter vollkommen wären, 0, wenn keines besser als 8 % wäre.</translation>
        </message>
        <message>
            <source>Failure rate: the share of faces whose NME is above 8 %.</source>
            <translation>Fehlerrate: der Anteil der Gesichter, deren NME über 8 % liegt.</translation>
        </message>
        <message>
            <source>Cumulative error distribution: for each error, the share of faces that are at least so good. The higher the line, the better.</source>
            <translation>Kumulierte Fehlerverteilung: zu jedem Fehler der Anteil der Gesichter, die mindestens so gut sind. Je höher die Linie, desto besser.</translation>
        </message>
        <message>
            <source>How much the predicted shapes vary beside the true ones, without place, size and roll. 1 is right; near 0 the network draws one face for all.</source>
            <translation>Wie stark die vorhergesagten Formen neben den wahren schwanken, ohne Lage, Größe und Neigung. 1 ist richtig; nahe 0 zeichnet das Netz ein Gesicht für alle.</translation>
        </message>
        <message>
            <source>Always answering the average place of the training faces. A network that is no better has learnt nothing.</source>
            <translation>Immer mit der mittleren Lage der Trainingsgesichter zu antworten. Ein Netz, das nicht besser ist, hat nichts gelernt.</translation>
        </message>
        <message>
            <source>What training makes small: a measure of the error that a network can learn from. Comparable only between runs with the same kind of loss.</source>
            <translation>Was das Training klein macht: ein Maß des Fehlers, aus dem ein Netz lernen kann. Vergleichbar nur zwischen Läufen mit derselben Art von Verlust.</translation>
        </message>
        <message>
            <source>One pass of training over all training faces.</source>
            <translation>Ein Durchgang des Trainings durch alle Trainingsgesichter.</translation>
        </message>
        <message>
            <source>The number that all random choices follow from. The same seed gives the same run again; another seed another throw of the dice.</source>
            <translation>Die Zahl, aus der alle zufälligen Entscheidungen folgen. Derselbe Startwert ergibt denselben Lauf; ein anderer einen anderen Wurf der Würfel.</translation>
        </message>
        <message>
            <source>What part of the pictures an effect is applied to: 0 is none, 1 is all of them.</source>
            <translation>Auf welchen Teil der Bilder ein Effekt angewandt wird: 0 heißt keines, 1 heißt alle.</translation>
        </message>
        <message>
            <source>How often the model looks at a face. Each further look crops it by the points found before, so that roll and loose boxes are gone.</source>
            <translation>Wie oft das Modell ein Gesicht ansieht. Jeder weitere Blick schneidet es nach den zuvor gefundenen Punkten aus, sodass Neigung und lockere Rahmen wegfallen.</translation>
        </message>
        <message>
            <source>How likely it is that a point is right, that is, within 8 % of the normalising distance. Calibrated on faces that the model has not learnt.</source>
            <translation>Wie wahrscheinlich es ist, dass ein Punkt stimmt, also innerhalb von 8 % des normierenden Abstands liegt. Kalibriert auf Gesichtern, die das Modell nicht gelernt hat.</translation>
        </message>
        <message>
            <source>Of %1 faces.</source>
            <translation>Gesichter: %1.</translation>
        </message>
        <message>
            <source>Of the validation faces, in the best epoch</source>
            <translation>Auf den Validierungsgesichtern, in der besten Epoche</translation>
        </message>
        <message>
            <source>Convolution</source>
            <translation>Faltung</translation>
        </message>
        <message>
            <source>Batch norm</source>
            <translation>Batch-Normierung</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>Leaky ReLU</source>
            <translation>Leaky ReLU</translation>
        </message>
        <message>
            <source>Tanh</source>
            <translation>Tanh</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>Max pool</source>
            <translation>Max-Pooling</translation>
        </message>
        <message>
            <source>Average pool</source>
            <translation>Mittel-Pooling</translation>
        </message>
        <message>
            <source>Residual</source>
            <translation>Residuum</translation>
        </message>
        <message>
            <source>Residual&apos;s end</source>
            <translation>Ende des Residuums</translation>
        </message>
        <message>
            <source>Global pool</source>
            <translation>Globales Pooling</translation>
        </message>
        <message>
            <source>Fully connected</source>
            <translation>Voll verbunden</translation>
        </message>
        <message>
            <source>Looks for as many patterns as it has channels, everywhere.</source>
            <translation>Sucht überall nach so vielen Mustern, wie sie Kanäle hat.</translation>
        </message>
        <message>
            <source>Gives each channel the mean 0 and the deviation 1 over the faces of a batch, then a scale and a shift that are learnt.</source>
            <translation>Gibt jedem Kanal über die Gesichter eines Batchs den Mittelwert 0 und die Abweichung 1, dann einen Maßstab und eine Verschiebung, die gelernt werden.</translation>
        </message>
        <message>
            <source>Makes numbers below zero zero.</source>
            <translation>Macht Zahlen unter null zu null.</translation>
        </message>
        <message>
            <source>Makes numbers below zero a hundred times smaller.</source>
            <translation>Macht Zahlen unter null hundertmal kleiner.</translation>
        </message>
        <message>
            <source>Bends all numbers into −1 to 1, an S.</source>
            <translation>Biegt alle Zahlen in den Bereich von −1 bis 1, ein S.</translation>
        </message>
        <message>
            <source>While it learns, sets a share of the numbers to zero, so that none is relied on alone.</source>
            <translation>Setzt beim Lernen einen Anteil der Zahlen auf null, damit sich das Netz auf keine allein verlässt.</translation>
        </message>
        <message>
            <source>Makes one pixel of a window of pixels: the largest.</source>
            <translation>Macht aus einem Fenster von Pixeln eines: das größte.</translation>
        </message>
        <message>
            <source>Makes one pixel of a window of pixels: their average.</source>
            <translation>Macht aus einem Fenster von Pixeln eines: ihren Mittelwert.</translation>
        </message>
        <message>
            <source>What comes in here is added again at its end, so that the layers between need only learn the difference.</source>
            <translation>Was hier hereinkommt, wird am Ende wieder addiert, sodass die Schichten dazwischen nur den Unterschied lernen müssen.</translation>
        </message>
        <message>
            <source>Adds what came in at the residual; where the shapes differ, through a 1×1 convolution.</source>
            <translation>Addiert, was am Residuum hereinkam; wo die Formen verschieden sind, durch eine 1×1-Faltung.</translation>
        </message>
        <message>
            <source>The average of each channel over the whole picture.</source>
            <translation>Der Mittelwert jedes Kanals über das ganze Bild.</translation>
        </message>
        <message>
            <source>Every number that comes out is a sum of all that come in.</source>
            <translation>Jede Zahl, die herauskommt, ist eine Summe aller, die hereinkommen.</translation>
        </message>
        <message>
            <source>One of its numbers is out of range: change it here.</source>
            <translation>Eine ihrer Zahlen liegt außerhalb des Erlaubten: hier ändern.</translation>
        </message>
        <message>
            <source>A picture cannot be added to single numbers: end the residual before the fully connected layer.</source>
            <translation>Ein Bild lässt sich nicht zu einzelnen Zahlen addieren: das Residuum vor der voll verbundenen Schicht beenden.</translation>
        </message>
        <message>
            <source>Gets single numbers and no picture: move it before the fully connected layer.</source>
            <translation>Bekommt einzelne Zahlen und kein Bild: vor die voll verbundene Schicht verschieben.</translation>
        </message>
        <message>
            <source>Gets only %1, too small for its window: make the window smaller, leave layers before it out, or use a larger input.</source>
            <translation>Bekommt nur %1, zu klein für ihr Fenster: das Fenster verkleinern, Schichten davor weglassen oder eine größere Eingabe nehmen.</translation>
        </message>
        <message>
            <source>The %1 channels that come in and the %2 that go out must both be multiples of the %3 groups.</source>
            <translation>Die %1 Kanäle, die hereinkommen, und die %2, die hinausgehen, müssen beide Vielfache der %3 Gruppen sein.</translation>
        </message>
        <message>
            <source>Makes more numbers than memory can hold: use fewer channels, or a stride or a pool before it.</source>
            <translation>Macht mehr Zahlen, als in den Speicher passen: weniger Kanäle, oder davor eine Schrittweite oder ein Pooling.</translation>
        </message>
        <message>
            <source>Has %1 weights, more than memory can hold: make it narrower, or the picture smaller by a pool.</source>
            <translation>Hat %1 Gewichte, mehr, als in den Speicher passen: schmaler machen, oder das Bild durch ein Pooling kleiner.</translation>
        </message>
        <message>
            <source>Does not end: put a residual&apos;s end behind its layers.</source>
            <translation>Endet nicht: hinter seine Schichten ein Ende des Residuums setzen.</translation>
        </message>
        <message>
            <source>Ends a residual that does not begin: put a residual before it.</source>
            <translation>Beendet ein Residuum, das nicht beginnt: ein Residuum davor setzen.</translation>
        </message>
        <message>
            <source>What came in does not fit what comes out: pad the convolutions between, a 3 by 1, a 5 by 2.</source>
            <translation>Was hereinkam, passt nicht zu dem, was herauskommt: den Faltungen dazwischen einen Rand geben, einer 3 den Rand 1, einer 5 den Rand 2.</translation>
        </message>
        <message>
            <source>Is one layer too many.</source>
            <translation>Ist eine Schicht zu viel.</translation>
        </message>
        <message numerus="yes">
            <source>… (%n layers in all)</source>
            <translation>
                <numerusform>… (%n Schicht insgesamt)</numerusform>
                <numerusform>… (%n Schichten insgesamt)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n seeds</source>
            <translation>
                <numerusform>%1, %n Startwert</numerusform>
                <numerusform>%1, %n Startwerte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n folds</source>
            <translation>
                <numerusform>%1, %n Gruppe</numerusform>
                <numerusform>%1, %n Gruppen</numerusform>
            </translation>
        </message>
        <message>
            <source>seed %1</source>
            <translation>Startwert %1</translation>
        </message>
        <message>
            <source>fold %1 of %2</source>
            <translation>Gruppe %1 von %2</translation>
        </message>
        <message>
            <source>95 % interval</source>
            <translation>95-%-Bereich</translation>
        </message>
        <message>
            <source>Settings that differ from the baseline, or where there is none from the preset; in brackets its own</source>
            <translation>Einstellungen, die vom Maßstab abweichen, oder, wo es keinen gibt, von der Vorlage; in Klammern deren Wert</translation>
        </message>
        <message>
            <source>In which the mean of many such runs lies; of studies alone</source>
            <translation>Worin das Mittel vieler solcher Läufe liegt; nur bei Studien</translation>
        </message>
        <message>
            <source>%1 of %2 runs</source>
            <translation>%1 von %2 Läufen</translation>
        </message>
        <message>
            <source>%1, %2 failed</source>
            <translation>%1, %2 gescheitert</translation>
        </message>
        <message>
            <source>stopped early</source>
            <translation>früh beendet</translation>
        </message>
        <message>
            <source>search, goes on</source>
            <translation>Suche, geht weiter</translation>
        </message>
        <message>
            <source>search, waiting</source>
            <translation>Suche, wartet</translation>
        </message>
        <message>
            <source>search goes on</source>
            <translation>Suche läuft</translation>
        </message>
        <message>
            <source>search finished</source>
            <translation>Suche fertig</translation>
        </message>
        <message>
            <source>search stopped</source>
            <translation>Suche gestoppt</translation>
        </message>
        <message>
            <source>search failed</source>
            <translation>Suche fehlgeschlagen</translation>
        </message>
        <message>
            <source>%1 of %2 tried</source>
            <translation>%1 von %2 versucht</translation>
        </message>
        <message>
            <source>%1 stopped early</source>
            <translation>%1 früh beendet</translation>
        </message>
        <message>
            <source>%1 failed</source>
            <translation>%1 fehlgeschlagen</translation>
        </message>
        <message>
            <source>%1 of %2 epochs</source>
            <translation>%1 von %2 Epochen</translation>
        </message>
        <message>
            <source>Experiment %1 of %2, up to epoch %3 of %4</source>
            <translation>Experiment %1 von %2, bis Epoche %3 von %4</translation>
        </message>
        <message>
            <source>They are compared after %1 epochs; one in %2 goes on each time, the best to all %3.</source>
            <translation>Verglichen werden sie nach %1 Epochen; je eines von %2 geht weiter, das beste bis zu allen %3.</translation>
        </message>
        <message>
            <source>This takes %1 of training at most.</source>
            <translation>Das braucht höchstens %1 Training.</translation>
        </message>
        <message>
            <source>This takes %1 epochs at most; all to their end would take %2.</source>
            <translation>Das braucht höchstens %1 Epochen; alle bis zum Ende brauchten %2.</translation>
        </message>
        <message>
            <source>None can be trained to its end with that.</source>
            <translation>Damit lässt sich keines bis zum Ende trainieren.</translation>
        </message>
        <message>
            <source>Stopped early at epoch %1 of %2: the budget of the search was used up.</source>
            <translation>Früh beendet in Epoche %1 von %2: Das Budget der Suche war aufgebraucht.</translation>
        </message>
        <message>
            <source>Stopped early at epoch %1 of %2: %3 of %4 others were better.</source>
            <translation>Früh beendet in Epoche %1 von %2: %3 von %4 anderen waren besser.</translation>
        </message>
        <message>
            <source>Too few runs for %1 settings: %2 of at least %3.</source>
            <translation>Zu wenige Läufe für %1 Einstellungen: %2 von mindestens %3.</translation>
        </message>
        <message>
            <source>Too few runs for one setting: %1 of at least %2.</source>
            <translation>Zu wenige Läufe für eine Einstellung: %1 von mindestens %2.</translation>
        </message>
        <message>
            <source>Together they tell %1 of how the errors differ.</source>
            <translation>Zusammen erklären sie %1 der Unterschiede zwischen den Fehlern.</translation>
        </message>
        <message>
            <source>No setting stands out by itself.</source>
            <translation>Keine Einstellung sticht für sich heraus.</translation>
        </message>
        <message>
            <source>Compared after epoch %1, as runs were stopped early.</source>
            <translation>Verglichen nach Epoche %1, da Läufe früh beendet wurden.</translation>
        </message>
        <message>
            <source>★ Best: %1, NME %2.</source>
            <translation>★ Am besten: %1, NME %2.</translation>
        </message>
        <message>
            <source>★ Best: %1, NME %2; %3 to %4 for other persons (95 %, from %5 faces of %6).</source>
            <translation>★ Am besten: %1, NME %2; %3 bis %4 bei anderen Menschen (95 %, aus %5 Gesichtern von %6).</translation>
        </message>
        <message>
            <source>★ Best: %1, NME %2; %3 to %4 for other runs (95 %, from %5 of them).</source>
            <translation>★ Am besten: %1, NME %2; %3 bis %4 bei anderen Läufen (95 %, aus %5 davon).</translation>
        </message>
        <message>
            <source>The errors cannot be foretold from the settings: do not rely on this order.</source>
            <translation>Die Fehler lassen sich aus den Einstellungen nicht vorhersagen: nicht auf diese Reihenfolge verlassen.</translation>
        </message>
        <message>
            <source>★ Best: %1, NME %2; validated on too few persons for an interval.</source>
            <translation>★ Am besten: %1, NME %2; an zu wenigen Menschen validiert für ein Intervall.</translation>
        </message>
        <message>
            <source>Annotate frames…</source>
            <translation>Bilder annotieren…</translation>
        </message>
        <message>
            <source>Take the frames of the video that are the most worth annotating, and open them in the annotator</source>
            <translation>Die Bilder des Videos nehmen, die zu annotieren sich am meisten lohnt, und sie im Annotator öffnen</translation>
        </message>
        <message>
            <source>Look through the video</source>
            <translation>Video durchsehen</translation>
        </message>
        <message>
            <source>Look for faces in the whole video, so that the strip shows where the model is sure and where it is not; goes on where it was stopped</source>
            <translation>Im ganzen Video nach Gesichtern suchen, damit der Streifen zeigt, wo das Modell sicher ist und wo nicht; geht dort weiter, wo es angehalten wurde</translation>
        </message>
        <message>
            <source>Previous doubtful stretch</source>
            <translation>Vorige fragliche Stelle</translation>
        </message>
        <message>
            <source>Go back in the video to where the model is not sure of a face, or finds none</source>
            <translation>Im Video dorthin zurückgehen, wo das Modell sich eines Gesichts nicht sicher ist oder keines findet</translation>
        </message>
        <message>
            <source>Next doubtful stretch</source>
            <translation>Nächste fragliche Stelle</translation>
        </message>
        <message>
            <source>Go on in the video to where the model is not sure of a face, or finds none</source>
            <translation>Im Video dorthin weitergehen, wo das Modell sich eines Gesichts nicht sicher ist oder keines findet</translation>
        </message>
        <message>
            <source>video, %1</source>
            <translation>Video, %1</translation>
        </message>
    </context>
    <context>
        <name>rudolph::ActivityBar</name>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message numerus="yes">
            <source>%1, and %n more</source>
            <translation>
                <numerusform>%1 und %n weitere</numerusform>
                <numerusform>%1 und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that goes on</source>
            <translation>Alles, was im Hintergrund läuft</translation>
        </message>
        <message>
            <source>Go to its page</source>
            <translation>Zur Seite, die es zeigt</translation>
        </message>
    </context>
    <context>
        <name>rudolph::AnnotatePanel</name>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>What the next person should know of this face</source>
            <translation>Was andere über dieses Gesicht wissen sollten</translation>
        </message>
        <message>
            <source>Note on this face</source>
            <translation>Notiz zu diesem Gesicht</translation>
        </message>
        <message>
            <source>Help from a network</source>
            <translation>Hilfe von einem Netz</translation>
        </message>
        <message>
            <source>This face is %1 (%2)</source>
            <translation>Dieses Gesicht ist %1 (%2)</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>Annehmen</translation>
        </message>
        <message>
            <source>The points are right: count them as truth (Enter)</source>
            <translation>Die Punkte stimmen: als Wahrheit zählen (Eingabetaste)</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <source>Take the network's points away (Backspace)</source>
            <translation>Die Punkte des Netzes wegnehmen (Rücktaste)</translation>
        </message>
        <message>
            <source>Placed by %1 and not looked at yet. It does not count as truth.</source>
            <translation>Von %1 gesetzt und noch nicht geprüft. Es zählt nicht als Wahrheit.</translation>
        </message>
        <message>
            <source>The model is %1 sure of it.</source>
            <translation>Das Modell ist sich zu %1 sicher.</translation>
        </message>
        <message>
            <source>No face is chosen.</source>
            <translation>Kein Gesicht gewählt.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::AnnotationDocument</name>
        <message>
            <source>Restore unsaved edits</source>
            <translation>Ungespeicherte Änderungen wiederherstellen</translation>
        </message>
        <message>
            <source>Change scheme to %1</source>
            <translation>Schema zu %1 wechseln</translation>
        </message>
    </context>
    <context>
        <name>rudolph::Annotator</name>
        <message>
            <source>Change note</source>
            <translation>Notiz ändern</translation>
        </message>
        <message>
            <source>Face %1 of %2 in this picture</source>
            <translation>Gesicht %1 von %2 in diesem Bild</translation>
        </message>
        <message>
            <source>Accept the network's points</source>
            <translation>Punkte des Netzes annehmen</translation>
        </message>
        <message>
            <source>Reject the network's points</source>
            <translation>Punkte des Netzes ablehnen</translation>
        </message>
        <message>
            <source>The face before this one in the list has no points to copy</source>
            <translation>Das vorige Gesicht der Liste hat keine Punkte zum Kopieren</translation>
        </message>
        <message>
            <source>Copy points from the previous face</source>
            <translation>Punkte vom vorigen Gesicht kopieren</translation>
        </message>
        <message>
            <source>Draw a box around the face first: the mean shape is fitted to it</source>
            <translation>Zuerst einen Rahmen um das Gesicht ziehen: in ihn wird die mittlere Form gelegt</translation>
        </message>
        <message>
            <source>Reset to the mean shape</source>
            <translation>Auf die mittlere Form zurücksetzen</translation>
        </message>
        <message>
            <source>Mark as</source>
            <translation>Markieren als</translation>
        </message>
        <message>
            <source>Annotate</source>
            <translation>Annotieren</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <source>Boxes</source>
            <translation>Rahmen</translation>
        </message>
        <message>
            <source>Magnifier</source>
            <translation>Lupe</translation>
        </message>
        <message>
            <source>Next face</source>
            <translation>Nächstes Gesicht</translation>
        </message>
        <message>
            <source>Previous face</source>
            <translation>Voriges Gesicht</translation>
        </message>
        <message>
            <source>Select all points</source>
            <translation>Alle Punkte auswählen</translation>
        </message>
        <message>
            <source>Delete the selected points or box</source>
            <translation>Gewählte Punkte oder Rahmen löschen</translation>
        </message>
        <message>
            <source>Mark the selected points visible</source>
            <translation>Gewählte Punkte als sichtbar markieren</translation>
        </message>
        <message>
            <source>Mark the selected points hidden</source>
            <translation>Gewählte Punkte als verdeckt markieren</translation>
        </message>
        <message>
            <source>Mark the selected points not labelled</source>
            <translation>Gewählte Punkte als nicht annotiert markieren</translation>
        </message>
        <message>
            <source>Turn left</source>
            <translation>Nach links drehen</translation>
        </message>
        <message>
            <source>Turn right</source>
            <translation>Nach rechts drehen</translation>
        </message>
        <message>
            <source>Make smaller</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <source>Make larger</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <source>Mirror</source>
            <translation>Spiegeln</translation>
        </message>
        <message>
            <source>Face</source>
            <translation>Gesicht</translation>
        </message>
        <message>
            <source>Remove this face</source>
            <translation>Dieses Gesicht entfernen</translation>
        </message>
        <message>
            <source>Remove face</source>
            <translation>Gesicht entfernen</translation>
        </message>
        <message>
            <source>Mark as new</source>
            <translation>Als neu markieren</translation>
        </message>
        <message>
            <source>Mark as in work</source>
            <translation>Als begonnen markieren</translation>
        </message>
        <message>
            <source>Mark as done</source>
            <translation>Als fertig markieren</translation>
        </message>
        <message>
            <source>Mark as doubtful</source>
            <translation>Als fraglich markieren</translation>
        </message>
        <message>
            <source>Done, next face</source>
            <translation>Fertig, nächstes Gesicht</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Notiz schreiben</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>Fit this face</source>
            <translation>Punkte vorschlagen</translation>
        </message>
        <message>
            <source>Fit all without points</source>
            <translation>Für alle ohne Punkte vorschlagen</translation>
        </message>
        <message>
            <source>Compare with the network</source>
            <translation>Mit dem Netz vergleichen</translation>
        </message>
        <message>
            <source>Place, select and move points</source>
            <translation>Punkte setzen, auswählen und verschieben</translation>
        </message>
        <message>
            <source>Draw, move and resize the boxes of faces</source>
            <translation>Rahmen von Gesichtern ziehen, verschieben und in der Größe ändern</translation>
        </message>
        <message>
            <source>Suggest what to mark next</source>
            <translation>Vorschlagen, was als Nächstes dran ist</translation>
        </message>
    </context>
    <context>
        <name>rudolph::AugmentChecks</name>
        <message>
            <source>✗ Look</source>
            <translation>✗ Prüfen</translation>
        </message>
        <message>
            <source>The flipped crop is mirrored back and compared with the original.</source>
            <translation>Der gespiegelte Ausschnitt wird zurückgespiegelt und mit dem Original verglichen.</translation>
        </message>
        <message>
            <source>In a flipped face the left eye is the other one: the points must have changed their names, so that the left ones still lie left.</source>
            <translation>In einem gespiegelten Gesicht ist das linke Auge das andere: die Punkte müssen ihre Namen getauscht haben, damit die linken weiter links liegen.</translation>
        </message>
        <message>
            <source>Faces cannot be flipped: the scheme does not say which points mirror each other.</source>
            <translation>Gesichter lassen sich nicht spiegeln: das Schema sagt nicht, welche Punkte einander spiegeln.</translation>
        </message>
        <message>
            <source>Left and right are not known.</source>
            <translation>Links und rechts sind nicht bekannt.</translation>
        </message>
        <message>
            <source>Flipped twice equals the original.</source>
            <translation>Zweimal gespiegelt gleicht dem Original.</translation>
        </message>
        <message>
            <source>Flipped twice differs from the original: points by %1.</source>
            <translation>Zweimal gespiegelt weicht vom Original ab: Punkte um %1.</translation>
        </message>
        <message>
            <source>No point has a partner on the other side.</source>
            <translation>Kein Punkt hat einen Partner auf der anderen Seite.</translation>
        </message>
        <message>
            <source>Left points stay left in flipped faces.</source>
            <translation>Linke Punkte bleiben in gespiegelten Gesichtern links.</translation>
        </message>
        <message>
            <source>%1 of %2 points change sides in flipped faces: pair left with right in the scheme's editor.</source>
            <translation>%1 von %2 Punkten wechseln in gespiegelten Gesichtern die Seite: links und rechts im Schema-Editor paaren.</translation>
        </message>
        <message>
            <source>%1 of the points leave the crop (%2 without augmentation).</source>
            <translation>%1 der Punkte verlassen den Ausschnitt (%2 ohne Augmentierung).</translation>
        </message>
        <message>
            <source>Over %1 draws of the faces that are shown. Points outside the crop teach the network to guess; up to %2 does no harm.</source>
            <translation>Über %1 Ziehungen der gezeigten Gesichter. Punkte außerhalb des Ausschnitts lehren das Netz zu raten; bis zu %2 schaden nicht.</translation>
        </message>
        <message>
            <source>✓ Good</source>
            <translation>✓ Gut</translation>
        </message>
    </context>
    <context>
        <name>rudolph::AugmentControls</name>
        <message>
            <source>&amp;Again</source>
            <translation>&amp;Neu ziehen</translation>
        </message>
        <message>
            <source>&amp;Points</source>
            <translation>&amp;Punkte</translation>
        </message>
        <message>
            <source>As the &amp;network sees it</source>
            <translation>Wie das Ne&amp;tz es sieht</translation>
        </message>
        <message>
            <source>Which faces</source>
            <translation>Welche Gesichter</translation>
        </message>
        <message>
            <source>Variants of one face, or one variant each of many faces</source>
            <translation>Varianten eines Gesichts oder je eine Variante vieler Gesichter</translation>
        </message>
        <message>
            <source>One face</source>
            <translation>Ein Gesicht</translation>
        </message>
        <message>
            <source>Many faces</source>
            <translation>Viele Gesichter</translation>
        </message>
        <message>
            <source>Which effects</source>
            <translation>Welche Effekte</translation>
        </message>
        <message>
            <source>All effects as training draws them, or one alone from one end of its range to the other</source>
            <translation>Alle Effekte, wie das Training sie zieht, oder einer allein von einem Ende seines Bereichs zum anderen</translation>
        </message>
        <message>
            <source>All effects together</source>
            <translation>Alle Effekte zusammen</translation>
        </message>
        <message>
            <source>How many variants</source>
            <translation>Wie viele Varianten</translation>
        </message>
        <message numerus="yes">
            <source>%n variant(s)</source>
            <translation>
                <numerusform>%n Variante</numerusform>
                <numerusform>%n Varianten</numerusform>
            </translation>
        </message>
        <message>
            <source>The epoch of training that is shown; of one face, the first</source>
            <translation>Die gezeigte Epoche des Trainings; bei einem Gesicht die erste</translation>
        </message>
        <message>
            <source>Training with this seed draws just these variants</source>
            <translation>Das Training zieht mit diesem Startwert genau diese Varianten</translation>
        </message>
        <message>
            <source>Draws with another seed. The experiment keeps its own.</source>
            <translation>Zieht mit einem anderen Startwert. Das Experiment behält seinen.</translation>
        </message>
        <message>
            <source>&amp;Epoch</source>
            <translation>&amp;Epoche</translation>
        </message>
        <message>
            <source>&amp;Seed</source>
            <translation>&amp;Startwert</translation>
        </message>
        <message>
            <source>The numbers after normalisation, as greys: the same grey is the same number in all pictures</source>
            <translation>Die Zahlen nach der Normalisierung als Grau: gleiches Grau ist in allen Bildern die gleiche Zahl</translation>
        </message>
        <message>
            <source>Back to the seed of the experiment, %1</source>
            <translation>Zurück zum Startwert des Experiments, %1</translation>
        </message>
    </context>
    <context>
        <name>rudolph::AugmentFaces</name>
        <message>
            <source>Previous face</source>
            <translation>Voriges Gesicht</translation>
        </message>
        <message>
            <source>Next face</source>
            <translation>Nächstes Gesicht</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>Original crop</source>
            <translation>Originalausschnitt</translation>
        </message>
        <message>
            <source>Filter by name, person or note</source>
            <translation>Nach Name, Person oder Notiz filtern</translation>
        </message>
        <message>
            <source>Faces</source>
            <translation>Gesichter</translation>
        </message>
        <message numerus="yes">
            <source>%Ln face(s)</source>
            <translation>
                <numerusform>%Ln Gesicht</numerusform>
                <numerusform>%Ln Gesichter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln face(s)</source>
            <translation>
                <numerusform>%1 von %Ln Gesicht</numerusform>
                <numerusform>%1 von %Ln Gesichtern</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::AugmentPage</name>
        <message>
            <source>The settings cannot be drawn</source>
            <translation>Die Einstellungen lassen sich nicht zeichnen</translation>
        </message>
        <message>
            <source>No face matches the filter</source>
            <translation>Kein Gesicht passt zum Filter</translation>
        </message>
        <message>
            <source>Clear the filter above the list of faces.</source>
            <translation>Den Filter über der Gesichterliste leeren.</translation>
        </message>
        <message>
            <source>These faces cannot be augmented</source>
            <translation>Diese Gesichter lassen sich nicht augmentieren</translation>
        </message>
        <message>
            <source>No faces to augment yet</source>
            <translation>Noch keine Gesichter zum Augmentieren</translation>
        </message>
        <message>
            <source>Training turns, shifts, darkens and covers faces afresh in every epoch. Here you see what it does to them before you train. Open annotated faces first, or make some.</source>
            <translation>Das Training dreht, verschiebt, verdunkelt und verdeckt Gesichter in jeder Epoche neu. Hier ist vor dem Training zu sehen, was mit ihnen geschieht. Zuerst annotierte Gesichter öffnen oder welche erzeugen.</translation>
        </message>
        <message>
            <source>Make demo faces</source>
            <translation>Demo-Gesichter erzeugen</translation>
        </message>
        <message>
            <source>Open a folder…</source>
            <translation>Ordner öffnen…</translation>
        </message>
        <message>
            <source>Augment</source>
            <translation>Augmentieren</translation>
        </message>
    </context>
    <context>
        <name>rudolph::AugmentSettings</name>
        <message>
            <source>Place</source>
            <translation>Lage</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Licht</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Qualität</translation>
        </message>
        <message>
            <source>Go to training</source>
            <translation>Zum Training</translation>
        </message>
        <message>
            <source>The training page has the rest of the experiment</source>
            <translation>Die Trainingsseite hat den Rest des Experiments</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>All of the augmentation back to the preset's</source>
            <translation>Die ganze Augmentierung zurück auf die Vorlage</translation>
        </message>
        <message>
            <source>Augmentation of “%1”</source>
            <translation>Augmentierung von „%1“</translation>
        </message>
        <message>
            <source>As in the preset</source>
            <translation>Wie in der Vorlage</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) against the preset</source>
            <translation>
                <numerusform>%n Änderung gegenüber der Vorlage</numerusform>
                <numerusform>%n Änderungen gegenüber der Vorlage</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::AugmentStage</name>
        <message>
            <source>%1 in this experiment: move its slider to see it.</source>
            <translation>%1 in diesem Experiment: am Regler ziehen, um es zu sehen.</translation>
        </message>
        <message>
            <source>%1, from one end of its range to the other</source>
            <translation>%1, von einem Ende des Bereichs zum anderen</translation>
        </message>
        <message numerus="yes">
            <source>%n face(s) in epoch %1 of a training with seed %2, pixel for pixel</source>
            <translation>
                <numerusform>%n Gesicht in Epoche %1 eines Trainings mit Startwert %2, Pixel für Pixel</numerusform>
                <numerusform>%n Gesichter in Epoche %1 eines Trainings mit Startwert %2, Pixel für Pixel</numerusform>
            </translation>
        </message>
        <message>
            <source>Epochs %1 to %2 of a training with seed %3, pixel for pixel</source>
            <translation>Epochen %1 bis %2 eines Trainings mit Startwert %3, Pixel für Pixel</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Stops reading pictures</source>
            <translation>Hört auf, Bilder zu lesen</translation>
        </message>
        <message>
            <source>Read them</source>
            <translation>Bilder lesen</translation>
        </message>
        <message>
            <source>The pictures were not read</source>
            <translation>Die Bilder wurden nicht gelesen</translation>
        </message>
        <message>
            <source>Reading them was cancelled. Fewer variants, or those of one face, need fewer pictures.</source>
            <translation>Das Lesen wurde abgebrochen. Weniger Varianten oder die eines einzigen Gesichts brauchen weniger Bilder.</translation>
        </message>
        <message>
            <source>Reading pictures: %1 of %2</source>
            <translation>Bilder werden gelesen: %1 von %2</translation>
        </message>
        <message>
            <source>Training would leave this face out</source>
            <translation>Das Training würde dieses Gesicht auslassen</translation>
        </message>
        <message>
            <source> · black is %1 and less, white %2 and more</source>
            <translation> · Schwarz ist %1 und weniger, Weiß %2 und mehr</translation>
        </message>
        <message>
            <source>%1 in epoch %2</source>
            <translation>%1 in Epoche %2</translation>
        </message>
    </context>
    <context>
        <name>rudolph::AugmentationWords</name>
        <message>
            <source>Only flip</source>
            <translation>Nur Spiegeln</translation>
        </message>
        <message>
            <source>Flip is off</source>
            <translation>Spiegeln ist aus</translation>
        </message>
        <message>
            <source>Only shift</source>
            <translation>Nur Verschiebung</translation>
        </message>
        <message>
            <source>Shift is off</source>
            <translation>Verschiebung ist aus</translation>
        </message>
        <message>
            <source>Only rotation</source>
            <translation>Nur Drehung</translation>
        </message>
        <message>
            <source>Rotation is off</source>
            <translation>Drehung ist aus</translation>
        </message>
        <message>
            <source>Only scale</source>
            <translation>Nur Skalierung</translation>
        </message>
        <message>
            <source>Scale is off</source>
            <translation>Skalierung ist aus</translation>
        </message>
        <message>
            <source>Only brightness</source>
            <translation>Nur Helligkeit</translation>
        </message>
        <message>
            <source>Brightness is off</source>
            <translation>Helligkeit ist aus</translation>
        </message>
        <message>
            <source>Only contrast</source>
            <translation>Nur Kontrast</translation>
        </message>
        <message>
            <source>Contrast is off</source>
            <translation>Kontrast ist aus</translation>
        </message>
        <message>
            <source>Only gamma</source>
            <translation>Nur Gamma</translation>
        </message>
        <message>
            <source>Gamma is off</source>
            <translation>Gamma ist aus</translation>
        </message>
        <message>
            <source>Only shade</source>
            <translation>Nur Schatten</translation>
        </message>
        <message>
            <source>Shade is off</source>
            <translation>Schatten ist aus</translation>
        </message>
        <message>
            <source>Only blur</source>
            <translation>Nur Unschärfe</translation>
        </message>
        <message>
            <source>Blur is off</source>
            <translation>Unschärfe ist aus</translation>
        </message>
        <message>
            <source>Only noise</source>
            <translation>Nur Rauschen</translation>
        </message>
        <message>
            <source>Noise is off</source>
            <translation>Rauschen ist aus</translation>
        </message>
        <message>
            <source>Only JPEG</source>
            <translation>Nur JPEG</translation>
        </message>
        <message>
            <source>JPEG is off</source>
            <translation>JPEG ist aus</translation>
        </message>
        <message>
            <source>Only occlusion</source>
            <translation>Nur Verdeckung</translation>
        </message>
        <message>
            <source>Occlusion is off</source>
            <translation>Verdeckung ist aus</translation>
        </message>
        <message>
            <source>Only motion</source>
            <translation>Nur Bewegung</translation>
        </message>
        <message>
            <source>Motion is off</source>
            <translation>Bewegung ist aus</translation>
        </message>
        <message>
            <source>Only resolution</source>
            <translation>Nur Auflösung</translation>
        </message>
        <message>
            <source>Resolution is off</source>
            <translation>Auflösung ist aus</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CaseErrorFace</name>
        <message>
            <source>Error of each landmark</source>
            <translation>Fehler jedes Punktes</translation>
        </message>
        <message>
            <source>The worst: %1</source>
            <translation>Der schlechteste: %1</translation>
        </message>
        <message>
            <source>The error of each landmark will be drawn here.</source>
            <translation>Hier wird der Fehler jedes Punktes gezeichnet.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CaseExplorer</name>
        <message>
            <source>Drag a frame to choose faces</source>
            <translation>Rahmen aufziehen wählt</translation>
        </message>
        <message>
            <source>Error, px</source>
            <translation>Fehler, px</translation>
        </message>
        <message>
            <source>NME, %</source>
            <translation>NME, %</translation>
        </message>
        <message>
            <source>8 %</source>
            <translation>8 %</translation>
        </message>
        <message>
            <source>%1 is not known of these faces</source>
            <translation>%1 ist bei diesen Gesichtern nicht bekannt</translation>
        </message>
        <message>
            <source>Error against %1, once the faces are measured</source>
            <translation>Fehler gegen %1, sobald die Gesichter gemessen sind</translation>
        </message>
        <message>
            <source>Share of faces, %</source>
            <translation>Anteil der Gesichter, %</translation>
        </message>
        <message>
            <source>%1 · %2 of the faces are as good or better</source>
            <translation>%1 · %2 der Gesichter sind gleich gut oder besser</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>gewählte</translation>
        </message>
        <message>
            <source>All faces</source>
            <translation>Alle Gesichter</translation>
        </message>
        <message>
            <source>The chosen face</source>
            <translation>Das gewählte Gesicht</translation>
        </message>
        <message>
            <source>Error &amp;against</source>
            <translation>Fehler gege&amp;n</translation>
        </message>
        <message>
            <source>&amp;Logarithmic errors</source>
            <translation>&amp;Logarithmische Fehler</translation>
        </message>
        <message>
            <source>Points in a frame that is drawn in a chart, the faces that a sentence above is about, or those of a bar: they are chosen in every chart and in the gallery</source>
            <translation>Punkte in einem Rahmen, der in einem Diagramm gezogen wird, die Gesichter, von denen ein Satz oben handelt, oder die eines Balkens: sie sind in jedem Diagramm und in der Galerie gewählt</translation>
        </message>
        <message>
            <source>Show in the gallery</source>
            <translation>In der Galerie zeigen</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>Auswahl aufheben</translation>
        </message>
        <message>
            <source>Error against %1</source>
            <translation>Fehler gegen %1</translation>
        </message>
        <message>
            <source>Distribution of errors</source>
            <translation>Verteilung der Fehler</translation>
        </message>
        <message>
            <source>The distribution of errors will be drawn here</source>
            <translation>Hier wird die Verteilung der Fehler gezeichnet</translation>
        </message>
        <message>
            <source>Error by part of the face</source>
            <translation>Fehler nach Teil des Gesichts</translation>
        </message>
        <message>
            <source>Error by part</source>
            <translation>Fehler nach Teil</translation>
        </message>
        <message>
            <source>The error of each part of the face will be drawn here</source>
            <translation>Hier wird der Fehler jedes Teils des Gesichts gezeichnet</translation>
        </message>
        <message>
            <source>Faces of the gallery</source>
            <translation>Gesichter der Galerie</translation>
        </message>
        <message numerus="yes">
            <source>%Ln chosen faces</source>
            <translation>
                <numerusform>%Ln gewähltes Gesicht</numerusform>
                <numerusform>%Ln gewählte Gesichter</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::CaseFilterBar</name>
        <message>
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <source>in work</source>
            <translation>begonnen</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>doubtful</source>
            <translation>fraglich</translation>
        </message>
        <message>
            <source>Filter by name, person or view</source>
            <translation>Nach Name, Person oder Ansicht filtern</translation>
        </message>
        <message>
            <source>Filter by text</source>
            <translation>Nach Text filtern</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>How far annotated</source>
            <translation>Wie weit annotiert</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Least error</source>
            <translation>Kleinster Fehler</translation>
        </message>
        <message>
            <source>to</source>
            <translation>bis</translation>
        </message>
        <message>
            <source>Most error</source>
            <translation>Größter Fehler</translation>
        </message>
        <message>
            <source>any</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <source>Look for nothing: show every face</source>
            <translation>Nichts suchen: alle Gesichter zeigen</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>Filter leeren</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Any person</source>
            <translation>Jede Person</translation>
        </message>
        <message>
            <source>View %1</source>
            <translation>Ansicht %1</translation>
        </message>
        <message>
            <source>Any view</source>
            <translation>Jede Ansicht</translation>
        </message>
        <message>
            <source>Any state</source>
            <translation>Jeder Zustand</translation>
        </message>
        <message>
            <source> px</source>
            <translation> px</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CaseGallery</name>
        <message>
            <source>Show all</source>
            <translation>Alles zeigen</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Fälle</translation>
        </message>
        <message>
            <source>Order of the cases</source>
            <translation>Reihenfolge der Fälle</translation>
        </message>
        <message>
            <source>Worst first</source>
            <translation>Schlechteste zuerst</translation>
        </message>
        <message>
            <source>Best first</source>
            <translation>Beste zuerst</translation>
        </message>
        <message>
            <source>Choose none: show every face</source>
            <translation>Auswahl aufheben: alle Gesichter zeigen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln chosen faces</source>
            <translation>
                <numerusform>%Ln gewähltes Gesicht</numerusform>
                <numerusform>%Ln gewählte Gesichter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln faces</source>
            <translation>
                <numerusform>%Ln Gesicht</numerusform>
                <numerusform>%Ln Gesichter</numerusform>
            </translation>
        </message>
        <message>
            <source>No face matches the filter</source>
            <translation>Kein Gesicht passt zum Filter</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln faces</source>
            <translation>
                <numerusform>%1 von %Ln Gesicht</numerusform>
                <numerusform>%1 von %Ln Gesichtern</numerusform>
            </translation>
        </message>
        <message>
            <source>Show large</source>
            <translation>Groß zeigen</translation>
        </message>
        <message>
            <source>Show in the charts</source>
            <translation>In den Diagrammen zeigen</translation>
        </message>
        <message>
            <source>Mend the truth…</source>
            <translation>Wahrheit berichtigen…</translation>
        </message>
        <message>
            <source>Most varied from run to run first</source>
            <translation>Von Lauf zu Lauf wechselhafteste zuerst</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CaseListModel</name>
        <message>
            <source>%1, mean error %2</source>
            <translation>%1, mittlerer Fehler %2</translation>
        </message>
        <message>
            <source>%1: mean error %2, NME %3 (%4)</source>
            <translation>%1: mittlerer Fehler %2, NME %3 (%4)</translation>
        </message>
        <message>
            <source> view %1</source>
            <translation> Ansicht %1</translation>
        </message>
        <message>
            <source>%1 · mended</source>
            <translation>%1 · berichtigt</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CaseRunList</name>
        <message>
            <source>Runs</source>
            <translation>Läufe</translation>
        </message>
        <message>
            <source>Change folder…</source>
            <translation>Ordner wechseln…</translation>
        </message>
        <message>
            <source>no epoch yet</source>
            <translation>noch keine Epoche</translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <source>Choose the folder of runs</source>
            <translation>Ordner der Läufe wählen</translation>
        </message>
        <message>
            <source>%1 of %2 runs</source>
            <translation>%1 von %2 Läufen</translation>
        </message>
        <message>
            <source>none finished yet</source>
            <translation>noch keiner fertig</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CaseStudies</name>
        <message>
            <source>Measuring the faces of the run</source>
            <translation>Gesichter des Laufs werden gemessen</translation>
        </message>
        <message>
            <source>Nothing was kept: %1</source>
            <translation>Nichts wurde übernommen: %1</translation>
        </message>
        <message>
            <source>Kept in the run</source>
            <translation>In den Lauf übernommen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CaseSummary</name>
        <message>
            <source>Best epoch</source>
            <translation>Beste Epoche</translation>
        </message>
        <message>
            <source>The epoch with the lowest validation loss, whose predictions these are</source>
            <translation>Die Epoche mit dem kleinsten Validierungsverlust; von ihr stammen diese Vorhersagen</translation>
        </message>
        <message>
            <source>Mean error</source>
            <translation>Mittlerer Fehler</translation>
        </message>
        <message>
            <source>Mean over the validation faces, in pixels of the pictures</source>
            <translation>Mittel über die Validierungsgesichter, in Pixeln der Bilder</translation>
        </message>
        <message>
            <source>NME</source>
            <translation>NME</translation>
        </message>
        <message>
            <source>Against a constant</source>
            <translation>Gegen Konstante</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Normalised mean error: the mean error over the %1</source>
            <translation>Normalisierter mittlerer Fehler: der mittlere Fehler, geteilt durch: %1</translation>
        </message>
        <message>
            <source>Always answering the average place of the training faces is %1 off</source>
            <translation>Immer mit der mittleren Lage der Trainingsgesichter zu antworten, liegt um %1 daneben</translation>
        </message>
        <message numerus="yes">
            <source>%Ln faces to train</source>
            <translation>
                <numerusform>%Ln Gesicht zum Trainieren</numerusform>
                <numerusform>%Ln Gesichter zum Trainieren</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln to validate</source>
            <translation>
                <numerusform>%Ln zum Validieren</numerusform>
                <numerusform>%Ln zum Validieren</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln weights</source>
            <translation>
                <numerusform>%Ln Gewicht</numerusform>
                <numerusform>%Ln Gewichte</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 runs are finished</source>
            <translation>%1 von %2 Läufen sind fertig</translation>
        </message>
        <message>
            <source>, %1 failed and are in no figure</source>
            <translation>, %1 sind gescheitert und stecken in keiner Zahl</translation>
        </message>
        <message>
            <source>Errors are the means over the runs, ± how much they differ from run to run. The points drawn are the mean of the runs’ predictions.</source>
            <translation>Fehler sind die Mittel über die Läufe, ± wie sehr sie von Lauf zu Lauf abweichen. Gezeichnet ist das Mittel der Punkte, die die Läufe gefunden haben.</translation>
        </message>
        <message>
            <source>Each face is shown as the run found it that had not learnt from it.</source>
            <translation>Jedes Gesicht ist so gezeigt, wie es der Lauf fand, der nicht aus ihm gelernt hatte.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CaseVerdict</name>
        <message>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Measure the faces</source>
            <translation>Gesichter messen</translation>
        </message>
        <message>
            <source>Brightness, contrast, head turn, roll and size of every face</source>
            <translation>Helligkeit, Kontrast, Kopfdrehung, Neigung und Größe jedes Gesichts</translation>
        </message>
        <message>
            <source>No weakness stands out.</source>
            <translation>Keine Schwäche fällt auf.</translation>
        </message>
        <message>
            <source>&lt;p&gt;No group of faces and no part of the face is off by so much more than the others that it cannot be chance.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Keine Gruppe von Gesichtern und kein Teil des Gesichts liegt so viel weiter daneben als die anderen, dass es kein Zufall sein kann.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>The faces of the run cannot be read, so this is of what the run itself holds.</source>
            <translation>Die Gesichter des Laufs sind nicht lesbar; dies beruht auf dem, was der Lauf selbst enthält.</translation>
        </message>
        <message>
            <source>Measuring the faces: %1 of %2</source>
            <translation>Gesichter werden gemessen: %1 von %2</translation>
        </message>
        <message>
            <source>Measuring the faces</source>
            <translation>Gesichter werden gemessen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CaseViewer</name>
        <message>
            <source>Place</source>
            <translation>Platz</translation>
        </message>
        <message>
            <source>Mean error</source>
            <translation>Mittlerer Fehler</translation>
        </message>
        <message>
            <source>Mean distance of the points, in pixels of the picture</source>
            <translation>Mittlerer Abstand der Punkte, in Pixeln des Bildes</translation>
        </message>
        <message>
            <source>NME</source>
            <translation>NME</translation>
        </message>
        <message>
            <source>Farthest point</source>
            <translation>Fernster Punkt</translation>
        </message>
        <message>
            <source>The point that is farthest off</source>
            <translation>Der Punkt, der am weitesten danebenliegt</translation>
        </message>
        <message>
            <source>&amp;Lines</source>
            <translation>&amp;Linien</translation>
        </message>
        <message>
            <source>&amp;Numbers</source>
            <translation>&amp;Nummern</translation>
        </message>
        <message>
            <source>&amp;Errors</source>
            <translation>&amp;Fehler</translation>
        </message>
        <message>
            <source>A thin line from each true point to its prediction</source>
            <translation>Eine dünne Linie von jedem wahren Punkt zu seiner Vorhersage</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>The mean error over the %1</source>
            <translation>Der mittlere Fehler, geteilt durch: %1</translation>
        </message>
        <message>
            <source>%1: mean of the runs, ± %2 from run to run</source>
            <translation>%1: Mittel der Läufe, ± %2 von Lauf zu Lauf</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CasesPage</name>
        <message>
            <source>No faces to look at</source>
            <translation>Keine Gesichter zum Ansehen</translation>
        </message>
        <message>
            <source>This run is %1 and has not measured any validation face: that happens at the end of its first epoch.</source>
            <translation>Dieser Lauf: %1. Er hat noch kein Validierungsgesicht gemessen: das geschieht am Ende seiner ersten Epoche.</translation>
        </message>
        <message>
            <source>The run cannot be read</source>
            <translation>Der Lauf ist nicht lesbar</translation>
        </message>
        <message>
            <source>No runs yet</source>
            <translation>Noch keine Läufe</translation>
        </message>
        <message>
            <source>Here are the validation faces of a run, the worst first: red where the network put its points, green where they belong. Train a network to see its cases.</source>
            <translation>Hier stehen die Validierungsgesichter eines Laufs, das schlechteste zuerst: rot, wohin das Netz seine Punkte setzte, grün, wohin sie gehören. Ein Netz trainieren, um seine Fälle zu sehen.</translation>
        </message>
        <message>
            <source>Read the runs folder again</source>
            <translation>Ordner der Läufe neu lesen</translation>
        </message>
        <message>
            <source>Go to training</source>
            <translation>Zum Training</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Fälle</translation>
        </message>
        <message>
            <source>Keep in the run</source>
            <translation>In den Lauf übernehmen</translation>
        </message>
        <message>
            <source>Write the cases and figures against the truth as it is now into the run's files</source>
            <translation>Fälle und Zahlen gegenüber der jetzigen Wahrheit in die Dateien des Laufs schreiben</translation>
        </message>
        <message>
            <source>&amp;Gallery</source>
            <translation>&amp;Galerie</translation>
        </message>
        <message>
            <source>E&amp;xplore</source>
            <translation>&amp;Erkunden</translation>
        </message>
        <message>
            <source>Mend the truth…</source>
            <translation>Wahrheit berichtigen…</translation>
        </message>
        <message>
            <source>Open the faces in the folder where they are now, and they are found again.</source>
            <translation>Die Gesichter in dem Ordner öffnen, in dem sie jetzt sind: dann werden sie wiedergefunden.</translation>
        </message>
        <message>
            <source>Open the faces…</source>
            <translation>Gesichter öffnen…</translation>
        </message>
        <message>
            <source>Back to all cases</source>
            <translation>Zurück zu allen Fällen</translation>
        </message>
        <message>
            <source>Previous case</source>
            <translation>Voriger Fall</translation>
        </message>
        <message>
            <source>Next case</source>
            <translation>Nächster Fall</translation>
        </message>
        <message>
            <source>Edit the true points of this face on the Data page</source>
            <translation>Die wahren Punkte dieses Gesichts auf der Seite Daten bearbeiten</translation>
        </message>
        <message>
            <source>Filter by text</source>
            <translation>Nach Text filtern</translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln cases</source>
            <translation>
                <numerusform>%1: %Ln Fall</numerusform>
                <numerusform>%1: %Ln Fälle</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures of this run are not in %1 any more.</source>
            <translation>
                <numerusform>Ein Bild dieses Laufs ist nicht mehr in %1.</numerusform>
                <numerusform>%Ln Bilder dieses Laufs sind nicht mehr in %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The truth of %Ln faces has changed since the training. All figures here are of the truth as it is now.</source>
            <translation>
                <numerusform>Die Wahrheit von %Ln Gesicht hat sich seit dem Training geändert. Alle Zahlen hier beziehen sich auf die jetzige Wahrheit.</numerusform>
                <numerusform>Die Wahrheit von %Ln Gesichtern hat sich seit dem Training geändert. Alle Zahlen hier beziehen sich auf die jetzige Wahrheit.</numerusform>
            </translation>
        </message>
        <message>
            <source>No run of this study is finished yet. Choose a run to see how far it is.</source>
            <translation>Noch kein Lauf dieser Studie ist fertig. Wählen Sie einen Lauf, um zu sehen, wie weit er ist.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::Chart</name>
        <message>
            <source>Save as a picture…</source>
            <translation>Als Bild speichern…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alles zeigen</translation>
        </message>
        <message>
            <source>Save the chart</source>
            <translation>Diagramm speichern</translation>
        </message>
        <message>
            <source>PNG picture (*.png)</source>
            <translation>PNG-Bild (*.png)</translation>
        </message>
        <message>
            <source>SVG drawing (*.svg)</source>
            <translation>SVG-Zeichnung (*.svg)</translation>
        </message>
        <message>
            <source>PDF document (*.pdf)</source>
            <translation>PDF-Dokument (*.pdf)</translation>
        </message>
    </context>
    <context>
        <name>rudolph::DataHeader</name>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open other faces</source>
            <translation>Andere Gesichter öffnen</translation>
        </message>
        <message>
            <source>Train on these faces</source>
            <translation>Mit diesen Gesichtern trainieren</translation>
        </message>
        <message>
            <source>Go to the training page with what is open here</source>
            <translation>Mit dem, was hier offen ist, zur Trainingsseite</translation>
        </message>
        <message numerus="yes">
            <source>%Ln faces</source>
            <translation>
                <numerusform>%Ln Gesicht</numerusform>
                <numerusform>%Ln Gesichter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln points</source>
            <translation>
                <numerusform>%Ln Punkt</numerusform>
                <numerusform>%Ln Punkte</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 for training, %2 for validation</source>
            <translation>%1 zum Training, %2 zur Validierung</translation>
        </message>
        <message numerus="yes">
            <source>%Ln left out</source>
            <translation>
                <numerusform>%Ln ausgelassen</numerusform>
                <numerusform>%Ln ausgelassen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln problems</source>
            <translation>
                <numerusform>%Ln Problem</numerusform>
                <numerusform>%Ln Probleme</numerusform>
            </translation>
        </message>
        <message>
            <source>edited</source>
            <translation>geändert</translation>
        </message>
    </context>
    <context>
        <name>rudolph::DataOpener</name>
        <message>
            <source>Making demo faces</source>
            <translation>Demo-Gesichter werden erzeugt</translation>
        </message>
        <message>
            <source>Opening %1</source>
            <translation>%1 wird geöffnet</translation>
        </message>
        <message>
            <source>Checking the pictures of %1</source>
            <translation>Bilder von %1 werden geprüft</translation>
        </message>
        <message>
            <source>Looking for wrong annotations</source>
            <translation>Falsche Annotationen werden gesucht</translation>
        </message>
    </context>
    <context>
        <name>rudolph::DataPage</name>
        <message>
            <source>Open a folder of faces</source>
            <translation>Ordner mit Gesichtern öffnen</translation>
        </message>
        <message>
            <source>Open a list of faces</source>
            <translation>Liste von Gesichtern öffnen</translation>
        </message>
        <message>
            <source>Lists of faces (*.rudolph *.xml *.csv *.json *.yaml);;All files (*)</source>
            <translation>Listen von Gesichtern (*.rudolph *.xml *.csv *.json *.yaml);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Annotate</source>
            <translation>Annotieren</translation>
        </message>
        <message>
            <source>Edit points and boxes with the mouse and the keys</source>
            <translation>Punkte und Rahmen mit Maus und Tasten bearbeiten</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Save the edits in the files that the faces came from</source>
            <translation>Änderungen in den Dateien speichern, aus denen die Gesichter stammen</translation>
        </message>
        <message>
            <source>Save as a project…</source>
            <translation>Als Projekt speichern…</translation>
        </message>
        <message>
            <source>Save everything in one file that refers to the pictures; their own files stay as they are</source>
            <translation>Alles in einer Datei speichern, die auf die Bilder verweist; deren eigene Dateien bleiben, wie sie sind</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <source>Write the faces in another format</source>
            <translation>Gesichter in einem anderen Format schreiben</translation>
        </message>
        <message>
            <source>Look for wrong annotations</source>
            <translation>Falsche Annotationen suchen</translation>
        </message>
        <message>
            <source>Look again for points that are probably wrong</source>
            <translation>Erneut nach Punkten suchen, die wahrscheinlich falsch sind</translation>
        </message>
        <message>
            <source>Choose a scheme</source>
            <translation>Schema wählen</translation>
        </message>
        <message>
            <source>Which points a face has</source>
            <translation>Welche Punkte ein Gesicht hat</translation>
        </message>
        <message>
            <source>Choose a network</source>
            <translation>Netz wählen</translation>
        </message>
        <message>
            <source>Which network helps with annotating</source>
            <translation>Welches Netz beim Annotieren hilft</translation>
        </message>
        <message>
            <source>Exported %1</source>
            <translation>%1 exportiert</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>Open a folder…</source>
            <translation>Ordner öffnen…</translation>
        </message>
        <message>
            <source>Open a folder of photographs, with or without their points</source>
            <translation>Einen Ordner mit Fotos öffnen, mit oder ohne ihre Punkte</translation>
        </message>
        <message>
            <source>Open a list…</source>
            <translation>Liste öffnen…</translation>
        </message>
        <message>
            <source>Open a list of faces (dlib XML, CSV, COCO, YOLO) or a project</source>
            <translation>Eine Liste von Gesichtern (dlib-XML, CSV, COCO, YOLO) oder ein Projekt öffnen</translation>
        </message>
        <message>
            <source>Make 240 drawn faces with exact points, to try everything with</source>
            <translation>240 gezeichnete Gesichter mit genauen Punkten erzeugen, um alles auszuprobieren</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filter the faces by name</source>
            <translation>Gesichter nach Namen filtern</translation>
        </message>
        <message>
            <source>“%1” is not among these faces any more</source>
            <translation>„%1“ ist nicht mehr unter diesen Gesichtern</translation>
        </message>
        <message>
            <source>&amp;Open a folder of faces…</source>
            <translation>&amp;Ordner mit Gesichtern öffnen…</translation>
        </message>
        <message>
            <source>Open a &amp;list of faces…</source>
            <translation>&amp;Liste von Gesichtern öffnen…</translation>
        </message>
        <message>
            <source>Make &amp;demo faces</source>
            <translation>Demo-&amp;Gesichter erzeugen</translation>
        </message>
        <message>
            <source>Open with a &amp;recipe…</source>
            <translation>Mit einem Re&amp;zept öffnen…</translation>
        </message>
        <message>
            <source>Say yourself how faces are read: what belongs together, which numbers are x and y</source>
            <translation>Selbst sagen, wie Gesichter gelesen werden: was zusammengehört, welche Zahlen x und y sind</translation>
        </message>
        <message>
            <source>With a recipe…</source>
            <translation>Mit Rezept…</translation>
        </message>
        <message>
            <source>Folder of the pictures…</source>
            <translation>Ordner der Bilder…</translation>
        </message>
        <message>
            <source>The folder with the pictures</source>
            <translation>Der Ordner mit den Bildern</translation>
        </message>
        <message numerus="yes">
            <source>%Ln faces of this list are left out. If their pictures lie somewhere else, say where.</source>
            <translation>
                <numerusform>%Ln Gesicht dieser Liste ist ausgelassen. Wenn sein Bild woanders liegt, sagen Sie, wo.</numerusform>
                <numerusform>%Ln Gesichter dieser Liste sind ausgelassen. Wenn ihre Bilder woanders liegen, sagen Sie, wo.</numerusform>
            </translation>
        </message>
        <message>
            <source>No proposal of a network is left in the list.</source>
            <translation>Kein Vorschlag eines Netzes ist mehr in der Liste.</translation>
        </message>
        <message>
            <source>All suggested faces are marked: suggest more, or train on them.</source>
            <translation>Alle vorgeschlagenen Gesichter haben Punkte: mehr vorschlagen, oder auf ihnen trainieren.</translation>
        </message>
        <message>
            <source>Train on what is marked, then fit the rest</source>
            <translation>Auf dem, was Punkte hat, trainieren und den Rest setzen</translation>
        </message>
        <message>
            <source>A network learns from the faces that have points and then proposes those of the others, while you go on marking</source>
            <translation>Ein Netz lernt von den Gesichtern mit Punkten und schlägt dann die der anderen vor, während Sie weiterarbeiten</translation>
        </message>
        <message>
            <source>Train, then fit the rest</source>
            <translation>Trainieren, Rest setzen</translation>
        </message>
        <message>
            <source>Suggest the next</source>
            <translation>Die nächsten vorschlagen</translation>
        </message>
        <message>
            <source>Go through what was found</source>
            <translation>Durchgehen, was gefunden wurde</translation>
        </message>
        <message>
            <source>Show what an inspection and a comparison with a network have found, one after the other, each with a fix to accept</source>
            <translation>Zeigen, was eine Prüfung und ein Vergleich mit einem Netz gefunden haben, eines nach dem anderen, jedes mit einer Berichtigung zum Annehmen</translation>
        </message>
        <message>
            <source>Skip the finding</source>
            <translation>Den Fund überspringen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::DataStates</name>
        <message>
            <source>Look at annotated faces</source>
            <translation>Annotierte Gesichter ansehen</translation>
        </message>
        <message>
            <source>Open a folder of photographs to mark points in, a folder of annotated faces, a list or a project, or drop one here. Nothing at hand? The demo faces are drawn on this computer and come with exact points.</source>
            <translation>Einen Ordner mit Fotos zum Markieren von Punkten, einen Ordner mit annotierten Gesichtern, eine Liste oder ein Projekt öffnen oder hier ablegen. Nichts zur Hand? Die Demo-Gesichter werden auf diesem Rechner gezeichnet und haben genaue Punkte.</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Wieder öffnen</translation>
        </message>
        <message>
            <source>Open what was open before</source>
            <translation>Öffnen, was zuvor offen war</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Stop, and keep what was open before</source>
            <translation>Aufhören und behalten, was zuvor offen war</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Back to what was open before</source>
            <translation>Zurück zu dem, was zuvor offen war</translation>
        </message>
        <message>
            <source>Restore unsaved edits of “%1”</source>
            <translation>Ungespeicherte Änderungen von „%1“ wiederherstellen</translation>
        </message>
        <message>
            <source>“%1” cannot be opened</source>
            <translation>„%1“ lässt sich nicht öffnen</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
    </context>
    <context>
        <name>rudolph::DataSummary</name>
        <message>
            <source>Goes to the Data page</source>
            <translation>Geht zur Seite „Daten“</translation>
        </message>
        <message>
            <source>%1 to train · %2 to validate</source>
            <translation>%1 zum Trainieren · %2 zum Validieren</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Ändern…</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>Öffnen…</translation>
        </message>
        <message>
            <source>No data yet</source>
            <translation>Noch keine Daten</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%Ln face(s)</source>
            <translation>
                <numerusform>%Ln Gesicht</numerusform>
                <numerusform>%Ln Gesichter</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::DetectorHint</name>
        <message>
            <source>Get YuNet (%1)</source>
            <translation>YuNet holen (%1)</translation>
        </message>
        <message>
            <source>YuNet finds more faces, and faster, than the detector that comes with the program.</source>
            <translation>YuNet findet mehr Gesichter, und schneller, als der Detektor, der mit dem Programm kommt.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::DetectorOffer</name>
        <message>
            <source>Choose file…</source>
            <translation>Datei wählen…</translation>
        </message>
        <message>
            <source>The file of YuNet’s weights (.onnx), where you have it already</source>
            <translation>Die Datei mit YuNets Gewichten (.onnx), falls Sie sie schon haben</translation>
        </message>
        <message>
            <source>Choose YuNet’s weights</source>
            <translation>YuNets Gewichte wählen</translation>
        </message>
        <message>
            <source>ONNX files (*.onnx);;All files (*)</source>
            <translation>ONNX-Dateien (*.onnx);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>YuNet is a small network that finds more faces. Its file (%1, licence %2) comes from %3 and is checked. Your photographs stay on this machine.</source>
            <translation>YuNet ist ein kleines Netz, das mehr Gesichter findet. Seine Datei (%1, Lizenz %2) kommt von %3 und wird geprüft. Ihre Fotos bleiben auf diesem Rechner.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::DocumentSaver</name>
        <message>
            <source>Saving</source>
            <translation>Wird gespeichert</translation>
        </message>
        <message>
            <source>Saving was cancelled; nothing was written</source>
            <translation>Speichern abgebrochen; nichts wurde geschrieben</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>%1 gespeichert</translation>
        </message>
    </context>
    <context>
        <name>rudolph::EpochFaces</name>
        <message>
            <source>Spread evenly</source>
            <translation>Gleichmäßig verteilt</translation>
        </message>
        <message>
            <source>Worst first</source>
            <translation>Schlechteste zuerst</translation>
        </message>
        <message>
            <source>Best first</source>
            <translation>Beste zuerst</translation>
        </message>
        <message>
            <source>Which faces</source>
            <translation>Welche Gesichter</translation>
        </message>
        <message>
            <source>The faces before</source>
            <translation>Die Gesichter davor</translation>
        </message>
        <message>
            <source>More faces</source>
            <translation>Mehr Gesichter</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>Back through the epochs</source>
            <translation>Zurück durch die Epochen</translation>
        </message>
        <message>
            <source>After epoch %1</source>
            <translation>Nach Epoche %1</translation>
        </message>
        <message>
            <source>Those I watch</source>
            <translation>Die ich verfolge</translation>
        </message>
        <message>
            <source>Which validation faces are shown: some from everywhere, by their error at the moment, or those that you watch</source>
            <translation>Welche Validierungsgesichter gezeigt werden: einige von überall her, nach ihrem Fehler im Augenblick, oder die, die Sie verfolgen</translation>
        </message>
        <message>
            <source>Right click a face here, on Data or on Cases and choose “Watch while training”.</source>
            <translation>Klicken Sie ein Gesicht hier, auf „Daten“ oder auf „Fälle“ rechts an und wählen Sie „Beim Training verfolgen“.</translation>
        </message>
        <message>
            <source>None of the faces that you watch is among the validation faces of this epoch. Those chosen now show from the next epoch on.</source>
            <translation>Keines der verfolgten Gesichter ist unter den Validierungsgesichtern dieser Epoche. Jetzt gewählte erscheinen ab der nächsten Epoche.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::ExperimentForm</name>
        <message>
            <source>Fold or unfold</source>
            <translation>Ein- oder ausklappen</translation>
        </message>
        <message numerus="yes">
            <source> · %n wrong</source>
            <translation>
                <numerusform> · %n falsch</numerusform>
                <numerusform> · %n falsch</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> · %n changed</source>
            <translation>
                <numerusform> · %n geändert</numerusform>
                <numerusform> · %n geändert</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::ExportDialog</name>
        <message numerus="yes">
            <source>%Ln pictures told where or with what they were taken, or held remarks or previews; the copies do not.</source>
            <translation>
                <numerusform>%Ln Bild verriet, wo oder womit es aufgenommen wurde, oder enthielt Bemerkungen oder Vorschaubilder; die Kopie nicht.</numerusform>
                <numerusform>%Ln Bilder verrieten, wo oder womit sie aufgenommen wurden, oder enthielten Bemerkungen oder Vorschaubilder; die Kopien nicht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln copies may still tell where they were taken (TIFF, HEIC, AVIF, GIF).</source>
            <translation>
                <numerusform>%Ln Kopie verrät vielleicht noch, wo sie aufgenommen wurde (TIFF, HEIC, AVIF, GIF).</numerusform>
                <numerusform>%Ln Kopien verraten vielleicht noch, wo sie aufgenommen wurden (TIFF, HEIC, AVIF, GIF).</numerusform>
            </translation>
        </message>
        <message>
            <source>Copy pictures from elsewhere?</source>
            <translation>Bilder von anderswo kopieren?</translation>
        </message>
        <message>
            <source>Copy them</source>
            <translation>Kopieren</translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s) are no pictures and are left out, the first is %1</source>
            <translation>
                <numerusform>%Ln Datei ist kein Bild und wird ausgelassen: %1</numerusform>
                <numerusform>%Ln Dateien sind keine Bilder und werden ausgelassen, die erste ist %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) do not lie with the data set. The first is %1. Copy them only if you know why its list names them.</source>
            <translation>
                <numerusform>%Ln Bild liegt nicht beim Datensatz: %1. Kopieren Sie es nur, wenn Sie wissen, warum die Liste es nennt.</numerusform>
                <numerusform>%Ln Bilder liegen nicht beim Datensatz. Das erste ist %1. Kopieren Sie sie nur, wenn Sie wissen, warum die Liste sie nennt.</numerusform>
            </translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>und %1 mehr</translation>
        </message>
        <message>
            <source>Export %1</source>
            <translation>%1 exportieren</translation>
        </message>
        <message>
            <source>Cancelled; nothing was written.</source>
            <translation>Abgebrochen; nichts wurde geschrieben.</translation>
        </message>
        <message>
            <source>Looking what is lost…</source>
            <translation>Es wird geprüft, was verloren geht…</translation>
        </message>
        <message>
            <source>What is lost cannot be told</source>
            <translation>Was verloren geht, lässt sich nicht sagen</translation>
        </message>
        <message>
            <source>Nothing is lost.</source>
            <translation>Nichts geht verloren.</translation>
        </message>
        <message>
            <source>This is lost:</source>
            <translation>Das geht verloren:</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Writing: %1 of %2</source>
            <translation>Geschrieben: %1 von %2</translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>Wird geschrieben…</translation>
        </message>
        <message>
            <source>Written to %1</source>
            <translation>Nach %1 geschrieben</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Wird abgebrochen…</translation>
        </message>
        <message>
            <source>What is lost</source>
            <translation>Was verloren geht</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Ordner zeigen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::ExportFields</name>
        <message>
            <source>&amp;Format</source>
            <translation>&amp;Format</translation>
        </message>
        <message>
            <source>&amp;To</source>
            <translation>&amp;Nach</translation>
        </message>
        <message>
            <source>&amp;Pictures</source>
            <translation>&amp;Bilder</translation>
        </message>
        <message>
            <source>&amp;Top-left pixel</source>
            <translation>Pixel &amp;oben links</translation>
        </message>
        <message>
            <source>&amp;Columns</source>
            <translation>&amp;Spalten</translation>
        </message>
        <message>
            <source>F&amp;aces</source>
            <translation>&amp;Gesichter</translation>
        </message>
        <message>
            <source>Copy them, without where they were taken</source>
            <translation>Kopieren, ohne wo sie aufgenommen wurden</translation>
        </message>
        <message>
            <source>The copies do not tell where, when and with which camera they were taken, and hold no remarks and previews.</source>
            <translation>Die Kopien verraten nicht, wo, wann und mit welcher Kamera sie aufgenommen wurden, und enthalten keine Bemerkungen und Vorschaubilder.</translation>
        </message>
        <message>
            <source>Copy them as they are</source>
            <translation>Kopieren, wie sie sind</translation>
        </message>
        <message>
            <source>Link to them</source>
            <translation>Verknüpfen</translation>
        </message>
        <message>
            <source>Leave them where they are</source>
            <translation>Lassen, wo sie sind</translation>
        </message>
        <message>
            <source>is (1, 1), as iBUG counts</source>
            <translation>ist (1, 1), wie iBUG zählt</translation>
        </message>
        <message>
            <source>is (0, 0)</source>
            <translation>ist (0, 0)</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Only those that are done (%1)</source>
            <translation>Nur fertige (%1)</translation>
        </message>
        <message>
            <source>&amp;Keep photographs without annotation, as negatives</source>
            <translation>Fotos ohne Annotation &amp;behalten, als Negativbeispiele</translation>
        </message>
        <message>
            <source>&amp;Write over files that are there</source>
            <translation>&amp;Vorhandene Dateien überschreiben</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <source>Choose where to write first</source>
            <translation>Zuerst wählen, wohin geschrieben wird</translation>
        </message>
        <message>
            <source>Name the whole path, from its start</source>
            <translation>Den ganzen Pfad nennen, von Anfang an</translation>
        </message>
        <message>
            <source>A folder; it is made when it is missing.</source>
            <translation>Ein Ordner; er wird angelegt, wenn er fehlt.</translation>
        </message>
        <message>
            <source>A file, or a folder for it; made when it is missing.</source>
            <translation>Eine Datei oder ein Ordner dafür; fehlt er, wird er angelegt.</translation>
        </message>
        <message>
            <source>A file, or a folder in which it is called %1.</source>
            <translation>Eine Datei, oder ein Ordner, in dem sie %1 heißt.</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>Exportieren nach</translation>
        </message>
        <message>
            <source>Poi&amp;nts</source>
            <translation>Pu&amp;nkte</translation>
        </message>
        <message>
            <source>As they are</source>
            <translation>Wie sie sind</translation>
        </message>
        <message>
            <source>Those of %1</source>
            <translation>Die von %1</translation>
        </message>
    </context>
    <context>
        <name>rudolph::FaceCanvas</name>
        <message>
            <source>Scheme</source>
            <translation>Schema</translation>
        </message>
        <message>
            <source>Which points a face has</source>
            <translation>Welche Punkte ein Gesicht hat</translation>
        </message>
        <message>
            <source>The cursor's place in the picture, in pixels</source>
            <translation>Ort des Zeigers im Bild, in Pixeln</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Einpassen</translation>
        </message>
        <message>
            <source>Show the whole picture</source>
            <translation>Ganzes Bild zeigen</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Hineinzoomen</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Herauszoomen</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Linien</translation>
        </message>
        <message>
            <source>Join the points by the scheme's lines</source>
            <translation>Punkte mit den Linien des Schemas verbinden</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Nummern</translation>
        </message>
        <message>
            <source>Show the points' numbers</source>
            <translation>Nummern der Punkte zeigen</translation>
        </message>
        <message>
            <source>Show box</source>
            <translation>Rahmen zeigen</translation>
        </message>
        <message>
            <source>Show the face's box</source>
            <translation>Rahmen des Gesichts zeigen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::FaceCommands</name>
        <message>
            <source>Mark as %1</source>
            <translation>Als %1 markieren</translation>
        </message>
        <message numerus="yes">
            <source>Accept the network's points on %Ln faces</source>
            <translation>
                <numerusform>Punkte des Netzes annehmen</numerusform>
                <numerusform>Punkte des Netzes auf %Ln Gesichtern annehmen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reject the network's points on %Ln faces</source>
            <translation>
                <numerusform>Punkte des Netzes ablehnen</numerusform>
                <numerusform>Punkte des Netzes auf %Ln Gesichtern ablehnen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Put the points of %Ln faces right</source>
            <translation>
                <numerusform>Punkte eines Gesichts berichtigen</numerusform>
                <numerusform>Punkte von %Ln Gesichtern berichtigen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::FacePairModel</name>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>better</source>
            <translation>besser</translation>
        </message>
        <message>
            <source>worse</source>
            <translation>schlechter</translation>
        </message>
        <message>
            <source>=</source>
            <translation>=</translation>
        </message>
        <message>
            <source>▼ less error in the newer run, ▲ more</source>
            <translation>▼ weniger Fehler im neueren Lauf, ▲ mehr</translation>
        </message>
        <message>
            <source>Face</source>
            <translation>Gesicht</translation>
        </message>
        <message>
            <source>✕ Older</source>
            <translation>✕ Älterer</translation>
        </message>
        <message>
            <source>◇ Newer</source>
            <translation>◇ Neuerer</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Änderung</translation>
        </message>
    </context>
    <context>
        <name>rudolph::FaceStrip</name>
        <message>
            <source>%1: mean error %2, NME %3. Truth green, prediction red.</source>
            <translation>%1: mittlerer Fehler %2, NME %3. Wahrheit grün, Vorhersage rot.</translation>
        </message>
        <message>
            <source>Validation faces</source>
            <translation>Validierungsgesichter</translation>
        </message>
    </context>
    <context>
        <name>rudolph::FaceView</name>
        <message>
            <source>Photograph</source>
            <translation>Bild</translation>
        </message>
    </context>
    <context>
        <name>rudolph::FieldRow</name>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Datei wählen</translation>
        </message>
        <message>
            <source>Weights (*.safetensors *.pth *.pt)</source>
            <translation>Gewichte (*.safetensors *.pth *.pt)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Reset %1</source>
            <translation>%1 zurücksetzen</translation>
        </message>
        <message>
            <source>Changed. Reset to %1</source>
            <translation>Geändert. Auf %1 zurücksetzen</translation>
        </message>
        <message>
            <source>Edit layers…</source>
            <translation>Bearbeiten …</translation>
        </message>
    </context>
    <context>
        <name>rudolph::FilterView</name>
        <message>
            <source>While a network is trained: the patterns that its first layer looks for.</source>
            <translation>Während ein Netz trainiert wird: die Muster, nach denen seine erste Schicht sucht.</translation>
        </message>
        <message>
            <source>The first layer of this network is no convolution.</source>
            <translation>Die erste Schicht dieses Netzes ist keine Faltung.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::FramesDialog</name>
        <message numerus="yes">
            <source>%Ln frame(s) without a face were left out.</source>
            <translation>
                <numerusform>%Ln Bild ohne Gesicht wurde weggelassen.</numerusform>
                <numerusform>%Ln Bilder ohne Gesicht wurden weggelassen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Annotate frames of %1</source>
            <translation>Bilder von %1 annotieren</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was written.</source>
            <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <source>Those are taken that differ most and of which the model is least sure. They become a project whose points are proposals, and faces keep their time in the video. The video is looked through first, where it was not yet.</source>
            <translation>Genommen werden die, die sich am meisten unterscheiden und bei denen das Modell am unsichersten ist. Sie werden ein Projekt, dessen Punkte Vorschläge sind, und Gesichter behalten ihre Zeit im Video. Zuerst wird das Video durchgesehen, wo das noch nicht geschehen ist.</translation>
        </message>
        <message>
            <source>&amp;Frames</source>
            <translation>&amp;Bilder</translation>
        </message>
        <message>
            <source>Progress of taking frames</source>
            <translation>Fortschritt beim Nehmen der Bilder</translation>
        </message>
        <message>
            <source>Take frames…</source>
            <translation>Bilder nehmen…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Keep the frames in a project</source>
            <translation>Die Bilder in einem Projekt behalten</translation>
        </message>
        <message>
            <source>Projects (*.rudolph)</source>
            <translation>Projekte (*.rudolph)</translation>
        </message>
        <message>
            <source>Looking through the video…</source>
            <translation>Das Video wird durchgesehen…</translation>
        </message>
        <message>
            <source>No face was found in any of the %1 frames that were looked at, so there is nothing to annotate. Another detector may find more.</source>
            <translation>In keinem der %1 angesehenen Bilder wurde ein Gesicht gefunden, also gibt es nichts zu annotieren. Ein anderer Gesichtsfinder findet vielleicht mehr.</translation>
        </message>
        <message>
            <source>Took %1 of the %2 frames that were looked at.</source>
            <translation>%1 der %2 angesehenen Bilder genommen.</translation>
        </message>
        <message>
            <source>The others look like one of those.</source>
            <translation>Die anderen sehen aus wie eines davon.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::GuideFace</name>
        <message>
            <source>Reference face</source>
            <translation>Referenzgesicht</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>rudolph::GuidePanel</name>
        <message>
            <source>%1 · %2 of %3</source>
            <translation>%1 · %2 von %3</translation>
        </message>
        <message>
            <source>These faces have no landmark scheme yet: choose one or make one.</source>
            <translation>Diese Gesichter haben noch kein Punkteschema: eines wählen oder erstellen.</translation>
        </message>
        <message>
            <source>Next: %1 · %2 of %3</source>
            <translation>Als Nächstes: %1 · %2 von %3</translation>
        </message>
        <message>
            <source>All points are placed.</source>
            <translation>Alle Punkte sind gesetzt.</translation>
        </message>
        <message>
            <source>Click on a point to place it, or begin with the first.</source>
            <translation>Auf einen Punkt klicken, um ihn zu setzen, oder mit dem ersten beginnen.</translation>
        </message>
        <message>
            <source>%1 of %2 placed</source>
            <translation>%1 von %2 gesetzt</translation>
        </message>
        <message numerus="yes">
            <source>%Ln points selected</source>
            <translation>
                <numerusform>%Ln Punkt ausgewählt</numerusform>
                <numerusform>%Ln Punkte ausgewählt</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::ImportAssistant</name>
        <message>
            <source>“%1” cannot be read</source>
            <translation>„%1“ kann nicht gelesen werden</translation>
        </message>
        <message>
            <source>Only the photographs</source>
            <translation>Nur die Fotos</translation>
        </message>
        <message>
            <source>Open the photographs, without any points</source>
            <translation>Die Fotos ohne Punkte öffnen</translation>
        </message>
        <message>
            <source>A folder…</source>
            <translation>Ein Ordner…</translation>
        </message>
        <message>
            <source>A folder with pictures and their points</source>
            <translation>Ein Ordner mit Bildern und ihren Punkten</translation>
        </message>
        <message>
            <source>Open with a recipe</source>
            <translation>Mit einem Rezept öffnen</translation>
        </message>
        <message>
            <source>A table…</source>
            <translation>Eine Tabelle…</translation>
        </message>
        <message>
            <source>A file with the points of many faces; its pictures lie beside it</source>
            <translation>Eine Datei mit den Punkten vieler Gesichter; ihre Bilder liegen daneben</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Back to what was open before</source>
            <translation>Zurück zu dem, was vorher offen war</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Ways to read it</source>
            <translation>Lesarten</translation>
        </message>
        <message>
            <source>Ways to read it, the likeliest first</source>
            <translation>Lesarten, die wahrscheinlichste zuerst</translation>
        </message>
        <message>
            <source>Numbers of the points</source>
            <translation>Nummern der Punkte</translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation>Rezept</translation>
        </message>
        <message>
            <source>Read it by a recipe that is there already</source>
            <translation>Nach einem Rezept lesen, das es schon gibt</translation>
        </message>
        <message>
            <source>Save recipe…</source>
            <translation>Rezept speichern…</translation>
        </message>
        <message>
            <source>Write the recipe to a file, for other people and for the command line</source>
            <translation>Das Rezept in eine Datei schreiben, für andere und für die Kommandozeile</translation>
        </message>
        <message>
            <source>Remember as</source>
            <translation>Merken als</translation>
        </message>
        <message>
            <source>Keep the recipe, so that such data open by themselves</source>
            <translation>Das Rezept behalten, damit sich solche Daten von selbst öffnen</translation>
        </message>
        <message>
            <source>Name of the recipe</source>
            <translation>Name des Rezepts</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open the faces as they are drawn here</source>
            <translation>Die Gesichter so öffnen, wie sie hier gezeichnet sind</translation>
        </message>
        <message>
            <source>Say how faces are read</source>
            <translation>Sagen, wie Gesichter gelesen werden</translation>
        </message>
        <message>
            <source>Choose a folder or a table with points that are read wrongly, or not at all. You see ways to read it, drawn on its faces.</source>
            <translation>Wählen Sie einen Ordner oder eine Tabelle mit Punkten, die falsch oder gar nicht gelesen werden. Sie sehen Lesarten, auf den Gesichtern gezeichnet.</translation>
        </message>
        <message>
            <source>Looking how “%1” can be read</source>
            <translation>Sucht Lesarten für „%1“</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>There are no points in “%1”</source>
            <translation>In „%1“ sind keine Punkte</translation>
        </message>
        <message>
            <source>It holds: %1.

Points are text or tables of numbers, beside the pictures or in a folder of their own: choose the folder that holds both.</source>
            <translation>Darin: %1.

Punkte sind Texte oder Tabellen mit Zahlen, neben den Bildern oder in einem eigenen Ordner: Wählen Sie den Ordner, in dem beides liegt.</translation>
        </message>
        <message>
            <source>How is “%1” read?</source>
            <translation>Wie wird „%1“ gelesen?</translation>
        </message>
        <message>
            <source>My faces</source>
            <translation>Meine Gesichter</translation>
        </message>
        <message>
            <source>%1 · like %2</source>
            <translation>%1 · wie %2</translation>
        </message>
        <message>
            <source>No face is read this way.</source>
            <translation>So wird kein Gesicht gelesen.</translation>
        </message>
        <message>
            <source>Nothing here looks like points of these pictures. Say on the left which files hold them, or choose a recipe.</source>
            <translation>Nichts hier sieht wie Punkte dieser Bilder aus. Sagen Sie links, welche Dateien sie enthalten, oder wählen Sie ein Rezept.</translation>
        </message>
        <message>
            <source>Left out: %1</source>
            <translation>Ausgelassen: %1</translation>
        </message>
        <message>
            <source>The points appear here on three faces.</source>
            <translation>Hier erscheinen die Punkte auf drei Gesichtern.</translation>
        </message>
        <message>
            <source>No face is read this way yet</source>
            <translation>So wird noch kein Gesicht gelesen</translation>
        </message>
        <message>
            <source>Give the recipe a name to remember it by</source>
            <translation>Geben Sie dem Rezept einen Namen, um es zu merken</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>Aus einer Datei…</translation>
        </message>
        <message>
            <source>Read by a recipe</source>
            <translation>Nach einem Rezept lesen</translation>
        </message>
        <message>
            <source>Recipes (*.json);;All files (*)</source>
            <translation>Rezepte (*.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Save the recipe</source>
            <translation>Das Rezept speichern</translation>
        </message>
        <message>
            <source>Recipes (*.json)</source>
            <translation>Rezepte (*.json)</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>%1 gespeichert</translation>
        </message>
    </context>
    <context>
        <name>rudolph::KeptEdits</name>
        <message>
            <source>Edits cannot be kept in a journal: %1. They are lost if the program ends before you save.</source>
            <translation>Änderungen lassen sich in keinem Journal sichern: %1. Sie gehen verloren, wenn das Programm vor dem Speichern endet.</translation>
        </message>
        <message>
            <source>Edits cannot be kept in the journal: %1. It is tried again; until then they are lost if the program ends before you save.</source>
            <translation>Änderungen lassen sich nicht im Journal sichern: %1. Es wird weiter versucht; bis dahin gehen sie verloren, wenn das Programm vor dem Speichern endet.</translation>
        </message>
        <message numerus="yes">
            <source>Restored the edits of %n pictures.</source>
            <translation>
                <numerusform>Änderungen an %n Bild wiederhergestellt.</numerusform>
                <numerusform>Änderungen an %n Bildern wiederhergestellt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures have gone or have other points now; their edits stay in %1.</source>
            <translation>
                <numerusform>%n Bild fehlt oder hat jetzt andere Punkte; seine Änderungen bleiben in %1.</numerusform>
                <numerusform>%n Bilder fehlen oder haben jetzt andere Punkte; ihre Änderungen bleiben in %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::LivePlayer</name>
        <message>
            <source>Opening %1</source>
            <translation>%1 wird geöffnet</translation>
        </message>
        <message>
            <source>The part of the program for cameras is not installed.</source>
            <translation>Der Teil des Programms für Kameras ist nicht installiert.</translation>
        </message>
        <message>
            <source>This machine has no camera.</source>
            <translation>Dieser Rechner hat keine Kamera.</translation>
        </message>
        <message>
            <source>Waiting for the camera…</source>
            <translation>Warten auf die Kamera…</translation>
        </message>
        <message>
            <source>The camera cannot be used.</source>
            <translation>Die Kamera kann nicht benutzt werden.</translation>
        </message>
        <message>
            <source>Another program may use it, or you may have to allow it.</source>
            <translation>Vielleicht benutzt sie ein anderes Programm, oder Sie müssen es erlauben.</translation>
        </message>
        <message>
            <source>camera</source>
            <translation>Kamera</translation>
        </message>
    </context>
    <context>
        <name>rudolph::MainWindow</name>
        <message>
            <source>Rudolph studio</source>
            <translation>Rudolph-Studio</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>Nothing loaded</source>
            <translation>Nichts geladen</translation>
        </message>
        <message>
            <source>%1[*] – Rudolph studio</source>
            <translation>%1[*] – Rudolph-Studio</translation>
        </message>
        <message>
            <source>Stopping the training, then closing. The run is kept.</source>
            <translation>Das Training wird gestoppt, dann geschlossen. Der Lauf bleibt erhalten.</translation>
        </message>
        <message>
            <source>CUDA: %1</source>
            <translation>CUDA: %1</translation>
        </message>
        <message>
            <source>LibTorch %1</source>
            <translation>LibTorch %1</translation>
        </message>
        <message>
            <source>No engine</source>
            <translation>Kein Rechenkern</translation>
        </message>
        <message>
            <source>Networks cannot be trained: %1
%2</source>
            <translation>Netze lassen sich nicht trainieren: %1
%2</translation>
        </message>
        <message>
            <source>Mend the true points of “%1”, then go back: the run is scored again.</source>
            <translation>Die wahren Punkte von „%1“ berichtigen, dann zurückgehen: der Lauf wird neu bewertet.</translation>
        </message>
        <message>
            <source>Back to the cases</source>
            <translation>Zurück zu den Fällen</translation>
        </message>
        <message numerus="yes">
            <source>CPU, %n threads</source>
            <translation>
                <numerusform>CPU, %n Thread</numerusform>
                <numerusform>CPU, %n Threads</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::VideoStrip</name>
        <message>
            <source>How sure the model is, over the time of the video</source>
            <translation>Wie sicher das Modell ist, über die Zeit des Videos</translation>
        </message>
        <message>
            <source>%1: nobody has looked here yet</source>
            <translation>%1: hier hat noch niemand hingesehen</translation>
        </message>
        <message>
            <source>%1: no face found</source>
            <translation>%1: kein Gesicht gefunden</translation>
        </message>
        <message>
            <source>%1: a face; the model cannot say how sure it is</source>
            <translation>%1: ein Gesicht; das Modell kann nicht sagen, wie sicher es ist</translation>
        </message>
        <message>
            <source>%1: %2 sure, doubtful</source>
            <translation>%1: zu %2 sicher, fraglich</translation>
        </message>
        <message>
            <source>%1: %2 sure</source>
            <translation>%1: zu %2 sicher</translation>
        </message>
    </context>
    <context>
        <name>rudolph::VideoSurveys</name>
        <message>
            <source>Looking through %1</source>
            <translation>%1 wird durchgesehen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::WindowMenus</name>
        <message>
            <source>&amp;Largest picture</source>
            <translation>&amp;Größtes Bild</translation>
        </message>
        <message>
            <source>Pictures of up to %1 million pixels are read from now on, here and by rudolph.</source>
            <translation>Bilder mit bis zu %1 Millionen Pixeln werden ab jetzt gelesen, hier und von rudolph.</translation>
        </message>
        <message>
            <source>As the memory allows, at most 400 million pixels</source>
            <translation>Soweit der Speicher reicht, höchstens 400 Millionen Pixel</translation>
        </message>
        <message>
            <source>%1 million pixels</source>
            <translation>%1 Millionen Pixel</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>Ctrl+Q</source>
            <translation>Ctrl+Q</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Keyboard and mouse</source>
            <translation>&amp;Tastatur und Maus</translation>
        </message>
        <message>
            <source>&amp;About Rudolph</source>
            <translation>Ü&amp;ber Rudolph</translation>
        </message>
        <message>
            <source>Nothing opened yet</source>
            <translation>Noch nichts geöffnet</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>The system's</source>
            <translation>Die des Systems</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <source>&amp;Guide</source>
            <translation>&amp;Anleitung</translation>
        </message>
        <message>
            <source>What the page that is shown is for, and how one works with it</source>
            <translation>Wozu die gezeigte Seite da ist, und wie man mit ihr arbeitet</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>&amp;Tutorial</source>
            <translation>&amp;Tutorial</translation>
        </message>
        <message>
            <source>Four experiments in half an hour, from a nose tip to your own photograph</source>
            <translation>Vier Experimente in einer halben Stunde, von der Nasenspitze zum eigenen Foto</translation>
        </message>
        <message>
            <source>&amp;Find a command…</source>
            <translation>&amp;Befehl suchen…</translation>
        </message>
        <message>
            <source>Every action, setting and page of the guide, by its name</source>
            <translation>Jede Aktion, Einstellung und Seite der Anleitung, nach ihrem Namen</translation>
        </message>
        <message>
            <source>All keys, and what the mouse does</source>
            <translation>Alle Tasten, und was die Maus tut</translation>
        </message>
        <message>
            <source>&amp;Start page</source>
            <translation>&amp;Startseite</translation>
        </message>
        <message>
            <source>The ways to begin: tutorial, demo faces, a folder, photographs</source>
            <translation>Womit man beginnen kann: Tutorial, Demo-Gesichter, ein Ordner, Fotos</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Colours of the desktop</source>
            <translation>Farben der Arbeitsumgebung</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>&amp;Farben</translation>
        </message>
    </context>
    <context>
        <name>rudolph::MessagePanel</name>
        <message>
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
    </context>
    <context>
        <name>rudolph::ModelShelf</name>
        <message>
            <source>%1 · %2 %</source>
            <translation>%1 · %2 %</translation>
        </message>
        <message>
            <source>NME on its validation faces, divided by %1</source>
            <translation>NME auf seinen Validierungsgesichtern, geteilt durch: %1</translation>
        </message>
        <message>
            <source>Rudolph’s own model</source>
            <translation>Rudolphs eigenes Modell</translation>
        </message>
    </context>
    <context>
        <name>rudolph::NetworkHelp</name>
        <message>
            <source>Choose a trained network</source>
            <translation>Trainiertes Netz wählen</translation>
        </message>
        <message>
            <source>Networks (*.safetensors);;All files (*)</source>
            <translation>Netze (*.safetensors);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Fitting the points</source>
            <translation>Punkte werden vorgeschlagen</translation>
        </message>
        <message>
            <source>Every face has points already.</source>
            <translation>Jedes Gesicht hat schon Punkte.</translation>
        </message>
        <message>
            <source>Fitting the points of all faces</source>
            <translation>Punkte aller Gesichter werden vorgeschlagen</translation>
        </message>
        <message>
            <source>No face has points to compare the network with.</source>
            <translation>Kein Gesicht hat Punkte, mit denen das Netz zu vergleichen wäre.</translation>
        </message>
        <message>
            <source>Comparing with the network</source>
            <translation>Vergleich mit dem Netz läuft</translation>
        </message>
        <message>
            <source>Looking for a fix</source>
            <translation>Eine Berichtigung wird gesucht</translation>
        </message>
        <message>
            <source>No face was found in %1 pictures, which are left out.</source>
            <translation>In %1 Bildern wurde kein Gesicht gefunden; sie bleiben weg.</translation>
        </message>
        <message>
            <source>Suggested %1 faces of the %2 that %3 has looked at.</source>
            <translation>%1 Gesichter vorgeschlagen, von %2, die %3 angesehen hat.</translation>
        </message>
        <message>
            <source>Stopped; suggested %1 faces of the %2 that %3 has looked at.</source>
            <translation>Gestoppt; %1 Gesichter vorgeschlagen, von %2, die %3 angesehen hat.</translation>
        </message>
        <message>
            <source>None of the faces without points could be suggested.</source>
            <translation>Keines der Gesichter ohne Punkte konnte vorgeschlagen werden.</translation>
        </message>
        <message>
            <source>Every face has points or is done: there is none to suggest.</source>
            <translation>Jedes Gesicht hat Punkte oder ist fertig: Es gibt keines vorzuschlagen.</translation>
        </message>
        <message>
            <source>%1 of the pictures show further faces, which have no points: draw boxes.</source>
            <translation>%1 der Bilder zeigen weitere Gesichter, die keine Punkte haben: Rahmen ziehen.</translation>
        </message>
        <message>
            <source>No face was found in %1 of the pictures; there the whole picture was taken for one: draw boxes.</source>
            <translation>In %1 der Bilder wurde kein Gesicht gefunden; dort wurde das ganze Bild für eines genommen: Rahmen ziehen.</translation>
        </message>
        <message>
            <source>Propose points for the suggested faces</source>
            <translation>Punkte für die vorgeschlagenen Gesichter</translation>
        </message>
        <message>
            <source>Looking for faces to mark next</source>
            <translation>Gesichter, die als Nächstes dran sind, werden gesucht</translation>
        </message>
        <message>
            <source>It does not know %1 of the %2 points: they are not placed.</source>
            <translation>Es kennt %1 der %2 Punkte nicht: sie sind nicht gesetzt.</translation>
        </message>
        <message>
            <source>No network is chosen.</source>
            <translation>Kein Netz gewählt.</translation>
        </message>
        <message>
            <source>%1 cannot help with these faces.</source>
            <translation>%1 kann bei diesen Gesichtern nicht helfen.</translation>
        </message>
        <message>
            <source>Choose one that was trained on faces with these points.</source>
            <translation>Eines wählen, das auf Gesichtern mit diesen Punkten trainiert wurde.</translation>
        </message>
        <message numerus="yes">
            <source>Fit %Ln face(s) by %1</source>
            <translation>
                <numerusform>Punkte für %Ln Gesicht von %1</numerusform>
                <numerusform>Punkte für %Ln Gesichter von %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Stopped; the network placed the points of %Ln face(s).</source>
            <translation>
                <numerusform>Gestoppt; das Netz hat die Punkte für %Ln Gesicht gesetzt.</numerusform>
                <numerusform>Gestoppt; das Netz hat die Punkte für %Ln Gesichter gesetzt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The network placed the points of %Ln face(s).</source>
            <translation>
                <numerusform>Das Netz hat die Punkte für %Ln Gesicht gesetzt.</numerusform>
                <numerusform>Das Netz hat die Punkte für %Ln Gesichter gesetzt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln face(s) could not be read: %1</source>
            <translation>
                <numerusform>%Ln Gesicht nicht lesbar: %1</numerusform>
                <numerusform>%Ln Gesichter nicht lesbar: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Compared %Ln face(s) with %1.</source>
            <translation>
                <numerusform>%Ln Gesicht mit %1 verglichen.</numerusform>
                <numerusform>%Ln Gesichter mit %1 verglichen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::NetworkMenu</name>
        <message>
            <source>It cannot be read: %1</source>
            <translation>Es ist nicht zu lesen: %1</translation>
        </message>
        <message>
            <source>It finds points of %1; none of them is known to be one of %2.</source>
            <translation>Es findet Punkte von %1; von keinem ist bekannt, dass er einer von %2 ist.</translation>
        </message>
        <message>
            <source>It places %1 of the %2 points; the others are left to you.</source>
            <translation>Es setzt %1 der %2 Punkte; die übrigen bleiben für Sie.</translation>
        </message>
        <message>
            <source>Choose a model file…</source>
            <translation>Modelldatei wählen…</translation>
        </message>
        <message>
            <source>%1 · knows none of these points</source>
            <translation>%1 · kennt keinen dieser Punkte</translation>
        </message>
        <message>
            <source>%1 · cannot be read</source>
            <translation>%1 · nicht zu lesen</translation>
        </message>
        <message>
            <source>%1 · %2 of %3 points</source>
            <translation>%1 · %2 von %3 Punkten</translation>
        </message>
    </context>
    <context>
        <name>rudolph::TrainThenFit</name>
        <message>
            <source>Every face has points already.</source>
            <translation>Jedes Gesicht hat schon Punkte.</translation>
        </message>
        <message>
            <source>Only %1 faces have points to learn from.</source>
            <translation>Nur %1 Gesichter haben Punkte, von denen zu lernen ist.</translation>
        </message>
        <message>
            <source>Mark %1 at least; until then Rudolph’s own model can help.</source>
            <translation>Mindestens %1 annotieren; bis dahin kann Rudolphs eigenes Modell helfen.</translation>
        </message>
        <message>
            <source>After the training that goes on, a network is trained on %1 faces and places the points of %2. Go on marking meanwhile.</source>
            <translation>Nach dem Training, das läuft, wird ein Netz auf %1 Gesichtern trainiert und setzt die Punkte von %2. Sie können inzwischen weiterarbeiten.</translation>
        </message>
        <message>
            <source>A network is trained on %1 faces and then places the points of %2. Go on marking meanwhile.</source>
            <translation>Ein Netz wird auf %1 Gesichtern trainiert und setzt dann die Punkte von %2. Sie können inzwischen weiterarbeiten.</translation>
        </message>
        <message>
            <source>The network was not trained to its end, so that it has placed no points.</source>
            <translation>Das Netz wurde nicht zu Ende trainiert und hat darum keine Punkte gesetzt.</translation>
        </message>
        <message>
            <source>Train again, or choose its run as the network that helps.</source>
            <translation>Noch einmal trainieren, oder seinen Lauf als das Netz wählen, das hilft.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::FindingReview</name>
        <message>
            <source>Accept the fix</source>
            <translation>Berichtigung annehmen</translation>
        </message>
        <message>
            <source>Take over what is shown in red (Enter)</source>
            <translation>Übernehmen, was rot gezeigt wird (Eingabetaste)</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <source>Leave the face as it is and go on (S)</source>
            <translation>Das Gesicht lassen, wie es ist, und weitergehen (S)</translation>
        </message>
        <message>
            <source>End</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Go through them no further</source>
            <translation>Nicht weiter durchgehen</translation>
        </message>
        <message>
            <source>the network places the points %1 % away on average</source>
            <translation>das Netz setzt die Punkte im Mittel %1 % entfernt</translation>
        </message>
        <message>
            <source>Nothing was found that is about a face: inspect, or compare with the network.</source>
            <translation>Es wurde nichts gefunden, was ein Gesicht betrifft: prüfen, oder mit dem Netz vergleichen.</translation>
        </message>
        <message numerus="yes">
            <source>All findings were gone through; %Ln fixes were accepted.</source>
            <translation>
                <numerusform>Alle Funde sind durchgegangen; %Ln Berichtigung wurde angenommen.</numerusform>
                <numerusform>Alle Funde sind durchgegangen; %Ln Berichtigungen wurden angenommen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The fix is shown in red.</source>
            <translation>Die Berichtigung ist rot gezeigt.</translation>
        </message>
        <message>
            <source>The fix: the selected points change places.</source>
            <translation>Die Berichtigung: Die gewählten Punkte tauschen die Plätze.</translation>
        </message>
        <message numerus="yes">
            <source>It is for %Ln faces at once.</source>
            <translation>
                <numerusform>Sie gilt für %Ln Gesicht auf einmal.</numerusform>
                <numerusform>Sie gilt für %Ln Gesichter auf einmal.</numerusform>
            </translation>
        </message>
        <message>
            <source>The fix: the selected points lose their labels.</source>
            <translation>Die Berichtigung: Die gewählten Punkte gelten nicht mehr als gesetzt.</translation>
        </message>
        <message>
            <source>No fix is known: put it right by hand, or skip it.</source>
            <translation>Keine Berichtigung ist bekannt: von Hand berichtigen, oder überspringen.</translation>
        </message>
        <message>
            <source>Finding %1 of %2: %3
%4</source>
            <translation>Fund %1 von %2: %3
%4</translation>
        </message>
        <message>
            <source>Accept the fix of a finding</source>
            <translation>Berichtigung eines Funds annehmen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::NetworkTable</name>
        <message>
            <source>Layer</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Was sie tut</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <source>Layers of the network</source>
            <translation>Schichten des Netzes</translation>
        </message>
        <message>
            <source>Open annotated faces to see the network's layers.</source>
            <translation>Annotierte Gesichter öffnen, um die Schichten des Netzes zu sehen.</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>About %1 an epoch and %2 of memory (%3)</source>
            <translation>Etwa %1 je Epoche und %2 Speicher (%3)</translation>
        </message>
        <message>
            <source>Timed with a few steps on made-up faces, while nothing else computed; reading pictures comes on top.</source>
            <translation>Gemessen an wenigen Schritten mit erdachten Gesichtern, während sonst nichts rechnete; das Lesen der Bilder kommt hinzu.</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n thread(s)</source>
            <translation>
                <numerusform>%1, %n Thread</numerusform>
                <numerusform>%1, %n Threads</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::NetworkTools</name>
        <message>
            <source>Which network helps</source>
            <translation>Welches Netz hilft</translation>
        </message>
        <message>
            <source>Choose a network</source>
            <translation>Netz wählen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::NoticeBar</name>
        <message>
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Hide this notice</source>
            <translation>Diesen Hinweis ausblenden</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PageActions</name>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Undo the last edit</source>
            <translation>Letzte Änderung zurücknehmen</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Redo what was undone</source>
            <translation>Zurückgenommenes wiederholen</translation>
        </message>
        <message>
            <source>Undo %1</source>
            <translation>Rückgängig: %1</translation>
        </message>
        <message>
            <source>Redo %1</source>
            <translation>Wiederholen: %1</translation>
        </message>
    </context>
    <context>
        <name>rudolph::ParallelChart</name>
        <message>
            <source>Parallel coordinates</source>
            <translation>Parallele Koordinaten</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PhotoChoices</name>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>The network that places the points</source>
            <translation>Das Netz, das die Punkte setzt</translation>
        </message>
        <message>
            <source>Second model</source>
            <translation>Zweites Modell</translation>
        </message>
        <message>
            <source>A network whose points are shown beside the first one’s</source>
            <translation>Ein Netz, dessen Punkte neben denen des ersten gezeigt werden</translation>
        </message>
        <message>
            <source>How two models are shown</source>
            <translation>Wie zwei Modelle gezeigt werden</translation>
        </message>
        <message>
            <source>Over each other</source>
            <translation>Übereinander</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Nebeneinander</translation>
        </message>
        <message>
            <source>Face detector</source>
            <translation>Gesichtsfinder</translation>
        </message>
        <message>
            <source>What finds the faces in a photograph</source>
            <translation>Was die Gesichter in einem Foto findet</translation>
        </message>
        <message>
            <source>HOG: always there</source>
            <translation>HOG: immer vorhanden</translation>
        </message>
        <message>
            <source>YuNet: finds more</source>
            <translation>YuNet: findet mehr</translation>
        </message>
        <message>
            <source>&amp;Model</source>
            <translation>&amp;Modell</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Vergleich</translation>
        </message>
        <message>
            <source>S&amp;hown</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Detector</source>
            <translation>&amp;Finder</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nichts</translation>
        </message>
        <message>
            <source>Other file…</source>
            <translation>Andere Datei…</translation>
        </message>
        <message>
            <source>Choose a trained network</source>
            <translation>Trainiertes Netz wählen</translation>
        </message>
        <message>
            <source>Networks (*.safetensors);;All files (*)</source>
            <translation>Netze (*.safetensors);;Alle Dateien (*)</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PhotoDetails</name>
        <message>
            <source>Face</source>
            <translation>Gesicht</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <source>Second model</source>
            <translation>Zweites Modell</translation>
        </message>
        <message>
            <source>Faces of the photograph</source>
            <translation>Gesichter des Fotos</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Kopf</translation>
        </message>
        <message>
            <source>As one sees it; from the points, good to about 10 degrees</source>
            <translation>Wie man ihn sieht; aus den Punkten, auf etwa 10 Grad genau</translation>
        </message>
        <message>
            <source>Angles</source>
            <translation>Winkel</translation>
        </message>
        <message>
            <source>Yaw: to the viewer’s right; pitch: up; roll: clockwise</source>
            <translation>Gier: vom Betrachter aus nach rechts; Nick: nach oben; Roll: im Uhrzeigersinn</translation>
        </message>
        <message>
            <source>Box</source>
            <translation>Rahmen</translation>
        </message>
        <message>
            <source>Looks</source>
            <translation>Blicke</translation>
        </message>
        <message>
            <source>Face %1</source>
            <translation>Gesicht %1</translation>
        </message>
        <message>
            <source>%1, doubtful</source>
            <translation>%1, fraglich</translation>
        </message>
        <message>
            <source>this model does not say</source>
            <translation>sagt dieses Modell nicht</translation>
        </message>
        <message>
            <source>points are due</source>
            <translation>Punkte stehen noch aus</translation>
        </message>
        <message>
            <source>%1, %2 of them doubtful</source>
            <translation>%1, davon %2 fraglich</translation>
        </message>
        <message>
            <source>yaw %1, pitch %2, roll %3</source>
            <translation>Gier %1, Nick %2, Roll %3</translation>
        </message>
        <message>
            <source>drawn by hand</source>
            <translation>von Hand gezogen</translation>
        </message>
        <message>
            <source>found, score %1</source>
            <translation>gefunden, Wert %1</translation>
        </message>
        <message>
            <source>The score is the detector's own; the higher, the surer it is of a face</source>
            <translation>Die Punktzahl gibt der Detektor; je höher, desto sicherer ist er sich, dass es ein Gesicht ist</translation>
        </message>
        <message>
            <source>How often the model has looked until the crop stayed where it is</source>
            <translation>Wie oft das Modell hingesehen hat, bis der Ausschnitt blieb, wo er ist</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PhotoHeader</name>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open more photographs</source>
            <translation>Weitere Fotos öffnen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PhotoListPanel</name>
        <message>
            <source>Which photographs</source>
            <translation>Welche Fotos</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Without a face</source>
            <translation>Ohne Gesicht</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>Fraglich</translation>
        </message>
        <message>
            <source>Broken</source>
            <translation>Beschädigt</translation>
        </message>
        <message>
            <source>Their order</source>
            <translation>Ihre Reihenfolge</translation>
        </message>
        <message>
            <source>As added</source>
            <translation>Wie geöffnet</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>Nach Name</translation>
        </message>
        <message>
            <source>Least sure first</source>
            <translation>Unsicherste zuerst</translation>
        </message>
        <message>
            <source>Thumbnails as a grid</source>
            <translation>Vorschaubilder als Raster</translation>
        </message>
        <message>
            <source>Photographs</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>None of the photographs is so.</source>
            <translation>Keines der Fotos ist so.</translation>
        </message>
        <message>
            <source>%1 of %2 shown</source>
            <translation>%1 von %2 gezeigt</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PhotoLive</name>
        <message>
            <source>%1 frames a second</source>
            <translation>%1 Bilder pro Sekunde</translation>
        </message>
        <message>
            <source>nothing is recorded, nothing leaves this machine</source>
            <translation>nichts wird aufgezeichnet, nichts verlässt diesen Rechner</translation>
        </message>
        <message>
            <source>Pause (P)</source>
            <translation>Pause (P)</translation>
        </message>
        <message>
            <source>Play (P)</source>
            <translation>Abspielen (P)</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Abspielen</translation>
        </message>
        <message>
            <source>Place in the video</source>
            <translation>Stelle im Video</translation>
        </message>
        <message>
            <source>Which camera</source>
            <translation>Welche Kamera</translation>
        </message>
        <message>
            <source>Mi&amp;rror</source>
            <translation>&amp;Spiegeln</translation>
        </message>
        <message>
            <source>As in a mirror: what is on your left is on the left</source>
            <translation>Wie im Spiegel: Was links von Ihnen ist, ist links</translation>
        </message>
        <message>
            <source>&amp;Take this frame</source>
            <translation>Dieses &amp;Bild nehmen</translation>
        </message>
        <message>
            <source>Adds the frame to the photographs; it is kept in the folder of your pictures</source>
            <translation>Nimmt das Bild zu den Fotos; es wird im Ordner Ihrer Bilder aufbewahrt</translation>
        </message>
        <message numerus="yes">
            <source>%n face(s)</source>
            <translation>
                <numerusform>%n Gesicht</numerusform>
                <numerusform>%n Gesichter</numerusform>
            </translation>
        </message>
        <message>
            <source>looking through the video: %1</source>
            <translation>Video wird durchgesehen: %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln doubtful stretch(es)</source>
            <translation>
                <numerusform>%Ln fragliche Stelle</numerusform>
                <numerusform>%Ln fragliche Stellen</numerusform>
            </translation>
        </message>
        <message>
            <source>looked through up to %1</source>
            <translation>durchgesehen bis %1</translation>
        </message>
        <message>
            <source>no doubtful stretch in the whole video</source>
            <translation>im ganzen Video keine fragliche Stelle</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PhotoPage</name>
        <message>
            <source>Open photographs or videos</source>
            <translation>Fotos oder Videos öffnen</translation>
        </message>
        <message>
            <source>Open a folder of photographs</source>
            <translation>Einen Ordner mit Fotos öffnen</translation>
        </message>
        <message>
            <source>Keep the points in a project</source>
            <translation>Die Punkte in einem Projekt aufbewahren</translation>
        </message>
        <message>
            <source>photos.rudolph</source>
            <translation>fotos.rudolph</translation>
        </message>
        <message>
            <source>Projects (*.rudolph)</source>
            <translation>Projekte (*.rudolph)</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>None of the photographs is so.</source>
            <translation>Keines der Fotos ist so.</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Points on your own photographs</source>
            <translation>Punkte auf Ihren eigenen Fotos</translation>
        </message>
        <message>
            <source>Rudolph finds the faces, draws their points and says how sure it is. Where it finds none, you draw the box. Drop photographs, videos or folders anywhere here.

Nothing leaves this machine.</source>
            <translation>Rudolph findet die Gesichter, zeichnet ihre Punkte und sagt, wie sicher es ist. Wo es keines findet, ziehen Sie den Rahmen. Fotos, Videos und Ordner können Sie überall hierher ziehen.

Nichts verlässt diesen Rechner.</translation>
        </message>
        <message>
            <source>Nothing leaves this machine.</source>
            <translation>Nichts verlässt diesen Rechner.</translation>
        </message>
        <message>
            <source>Show the camera’s picture with points</source>
            <translation>Das Bild der Kamera mit Punkten zeigen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PhotoSaveDialog</name>
        <message>
            <source>Rudolph results</source>
            <translation>Rudolph Ergebnisse</translation>
        </message>
        <message>
            <source>Save faces and points</source>
            <translation>Gesichter und Punkte sichern</translation>
        </message>
        <message>
            <source>Cancelled. Files that were complete by then are kept.</source>
            <translation>Abgebrochen. Dateien, die schon fertig waren, bleiben.</translation>
        </message>
        <message>
            <source>&amp;Pictures with the points drawn</source>
            <translation>&amp;Bilder mit eingezeichneten Punkten</translation>
        </message>
        <message>
            <source>Into a folder “drawn”; without what the camera has put into the files, such as where they were taken</source>
            <translation>In einen Ordner „drawn“; ohne das, was die Kamera in die Dateien geschrieben hat, etwa den Ort der Aufnahme</translation>
        </message>
        <message>
            <source>P&amp;oints as</source>
            <translation>P&amp;unkte als</translation>
        </message>
        <message>
            <source>Into a folder “points”; the photographs stay where they are</source>
            <translation>In einen Ordner „points“; die Fotos bleiben, wo sie sind</translation>
        </message>
        <message>
            <source>Format of the points</source>
            <translation>Format der Punkte</translation>
        </message>
        <message>
            <source>&amp;Everything as a table (faces.csv)</source>
            <translation>Alles als &amp;Tabelle (faces.csv)</translation>
        </message>
        <message>
            <source>A row for each face: box, confidence, head pose, points</source>
            <translation>Eine Zeile je Gesicht: Rahmen, Sicherheit, Kopfhaltung, Punkte</translation>
        </message>
        <message>
            <source>Everything as &amp;JSON lines (faces.jsonl)</source>
            <translation>Alles als &amp;JSON-Zeilen (faces.jsonl)</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>&amp;Choose…</source>
            <translation>&amp;Wählen…</translation>
        </message>
        <message>
            <source>&amp;Write over files that are there</source>
            <translation>&amp;Vorhandene Dateien überschreiben</translation>
        </message>
        <message>
            <source>&amp;Into the folder</source>
            <translation>&amp;In den Ordner</translation>
        </message>
        <message>
            <source>Progress of saving</source>
            <translation>Fortschritt des Sicherns</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Ordner zeigen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Choose what to save first</source>
            <translation>Erst wählen, was gesichert werden soll</translation>
        </message>
        <message>
            <source>Name the whole path, from its start</source>
            <translation>Den ganzen Pfad nennen, von Anfang an</translation>
        </message>
        <message>
            <source>Save into a folder</source>
            <translation>In einen Ordner sichern</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Wrote %1 into %2.</source>
            <translation>%1 geschrieben, in %2.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln photograph(s) without results were left out.</source>
            <translation>
                <numerusform>%Ln Foto ohne Ergebnisse wurde ausgelassen.</numerusform>
                <numerusform>%Ln Fotos ohne Ergebnisse wurden ausgelassen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln video(s) are looked at frame by frame while they are saved.</source>
            <translation>
                <numerusform>%Ln Video wird Bild für Bild angesehen, während es gesichert wird.</numerusform>
                <numerusform>%Ln Videos werden Bild für Bild angesehen, während sie gesichert werden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Left out: %1.</source>
            <translation>Weggelassen: %1.</translation>
        </message>
        <message>
            <source>Videos are in tables and as drawn videos only.</source>
            <translation>Videos stehen nur in Tabellen und als Videos mit Punkten.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PhotoStage</name>
        <message>
            <source>Photograph with the points of the second model</source>
            <translation>Foto mit den Punkten des zweiten Modells</translation>
        </message>
        <message>
            <source>hollow: the model is not sure of the point</source>
            <translation>hohl: hier ist sich das Modell nicht sicher</translation>
        </message>
        <message>
            <source>Drag a box around a face. Enter puts one into the middle, which arrow keys move and Ctrl with them resizes; Esc stops.</source>
            <translation>Ziehen Sie einen Rahmen um ein Gesicht. Eingabe setzt einen in die Mitte; Pfeiltasten verschieben ihn, mit Strg ändern sie seine Größe; Esc bricht ab.</translation>
        </message>
        <message>
            <source>Looking for faces…</source>
            <translation>Suche nach Gesichtern…</translation>
        </message>
        <message>
            <source>No face found. Drag a box around one: the points follow.</source>
            <translation>Kein Gesicht gefunden. Ziehen Sie einen Rahmen um eines: Die Punkte folgen.</translation>
        </message>
        <message>
            <source>The model is not sure of what is pale and dashed. Dragging the box often helps.</source>
            <translation>Was blass und gestrichelt ist, ist unsicher. Oft hilft es, den Rahmen zu ziehen.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::Photographs</name>
        <message>
            <source>Looking at photographs</source>
            <translation>Fotos werden angesehen</translation>
        </message>
        <message>
            <source>There are no photographs or videos in what was opened.</source>
            <translation>In dem, was geöffnet wurde, sind keine Fotos oder Videos.</translation>
        </message>
        <message>
            <source>These are in the list already.</source>
            <translation>Diese sind schon in der Liste.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s) are neither photographs nor videos and were left out.</source>
            <translation>
                <numerusform>%Ln Datei ist weder Foto noch Video und wurde ausgelassen.</numerusform>
                <numerusform>%Ln Dateien sind weder Fotos noch Videos und wurden ausgelassen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The folder %1 cannot be made.</source>
            <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
        </message>
        <message>
            <source>%1 cannot be written.</source>
            <translation>%1 kann nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>Kept as %1</source>
            <translation>Aufbewahrt als %1</translation>
        </message>
        <message>
            <source>Stopped. What has been found stays.</source>
            <translation>Angehalten. Was gefunden wurde, bleibt.</translation>
        </message>
        <message>
            <source>The face detector cannot be used.</source>
            <translation>Der Gesichtsfinder kann nicht benutzt werden.</translation>
        </message>
        <message>
            <source>The model cannot be used.</source>
            <translation>Das Modell kann nicht benutzt werden.</translation>
        </message>
        <message>
            <source>The second model cannot be used.</source>
            <translation>Das zweite Modell kann nicht benutzt werden.</translation>
        </message>
        <message>
            <source>Draw a box</source>
            <translation>Rahmen ziehen</translation>
        </message>
        <message>
            <source>Delete a face</source>
            <translation>Gesicht löschen</translation>
        </message>
        <message>
            <source>Change a box</source>
            <translation>Rahmen ändern</translation>
        </message>
        <message>
            <source>Remove a photograph</source>
            <translation>Foto entfernen</translation>
        </message>
        <message>
            <source>Remove photographs</source>
            <translation>Fotos entfernen</translation>
        </message>
        <message>
            <source>Remove all photographs</source>
            <translation>Alle Fotos entfernen</translation>
        </message>
        <message numerus="yes">
            <source>Took %Ln photograph(s) out of the list; their files stay.</source>
            <translation>
                <numerusform>%Ln Foto aus der Liste genommen; seine Datei bleibt.</numerusform>
                <numerusform>%Ln Fotos aus der Liste genommen; ihre Dateien bleiben.</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no photograph yet to annotate.</source>
            <translation>Es gibt noch kein Foto zum Annotieren.</translation>
        </message>
        <message>
            <source>Opening videos</source>
            <translation>Videos werden geöffnet</translation>
        </message>
        <message>
            <source>The video cannot be looked through.</source>
            <translation>Das Video kann nicht durchgesehen werden.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PointEditor</name>
        <message>
            <source>Drag: the box of another face. Drag inside the box: move it.</source>
            <translation>Ziehen: der Rahmen eines weiteren Gesichts. Im Rahmen ziehen: ihn verschieben.</translation>
        </message>
        <message>
            <source>Drag: the box of this face</source>
            <translation>Ziehen: der Rahmen dieses Gesichts</translation>
        </message>
        <message numerus="yes">
            <source>%n points selected. Drag: move them. Handles: scale and turn.</source>
            <translation>
                <numerusform>%n Punkt ausgewählt. Ziehen: verschieben. Griffe: skalieren und drehen.</numerusform>
                <numerusform>%n Punkte ausgewählt. Ziehen: verschieben. Griffe: skalieren und drehen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Click: %1 (%2 of %3)</source>
            <translation>Klick: %1 (%2 von %3)</translation>
        </message>
        <message>
            <source>Drag a point: correct it. Drag from an empty place: select points.</source>
            <translation>Am Punkt ziehen: ihn korrigieren. Von leerer Stelle ziehen: Punkte auswählen.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PointLegend</name>
        <message>
            <source>truth</source>
            <translation>Wahrheit</translation>
        </message>
        <message>
            <source>prediction</source>
            <translation>Vorhersage</translation>
        </message>
    </context>
    <context>
        <name>rudolph::PresetBar</name>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Vorlage</translation>
        </message>
        <message>
            <source>Open an experiment file</source>
            <translation>Experimentdatei öffnen</translation>
        </message>
        <message>
            <source>Save these settings as an experiment file</source>
            <translation>Diese Einstellungen als Experimentdatei speichern</translation>
        </message>
        <message>
            <source>All settings back to the preset's</source>
            <translation>Alle Einstellungen zurück auf die Vorlage</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) against the preset</source>
            <translation>
                <numerusform>%n Änderung gegenüber der Vorlage</numerusform>
                <numerusform>%n Änderungen gegenüber der Vorlage</numerusform>
            </translation>
        </message>
        <message>
            <source>Open an experiment</source>
            <translation>Experiment öffnen</translation>
        </message>
        <message>
            <source>Experiments (*.json);;All files (*)</source>
            <translation>Experimente (*.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Save the experiment</source>
            <translation>Experiment speichern</translation>
        </message>
        <message>
            <source>Experiments (*.json)</source>
            <translation>Experimente (*.json)</translation>
        </message>
    </context>
    <context>
        <name>rudolph::ProblemModel</name>
        <message>
            <source>the whole data set</source>
            <translation>der ganze Datensatz</translation>
        </message>
        <message>
            <source>%1, line %2</source>
            <translation>%1, Zeile %2</translation>
        </message>
    </context>
    <context>
        <name>rudolph::ProblemPanel</name>
        <message>
            <source>Search problems</source>
            <translation>Probleme durchsuchen</translation>
        </message>
        <message>
            <source>Show only problems whose place or text contains these words</source>
            <translation>Nur Probleme zeigen, deren Ort oder Text diese Wörter enthält</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Probleme</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Look for points that are missing, lie on the wrong side or are shifted, and for faces unlike all others</source>
            <translation>Nach Punkten suchen, die fehlen, auf der falschen Seite liegen oder verschoben sind, und nach Gesichtern, die keinem anderen gleichen</translation>
        </message>
        <message>
            <source>Copy all</source>
            <translation>Alle kopieren</translation>
        </message>
        <message>
            <source>Copy the lines that are shown, one problem a line</source>
            <translation>Die gezeigten Zeilen kopieren, ein Problem je Zeile</translation>
        </message>
        <message>
            <source>Inspecting…</source>
            <translation>Wird geprüft…</translation>
        </message>
        <message>
            <source>Inspect</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>No problem matches.</source>
            <translation>Kein Problem passt.</translation>
        </message>
        <message>
            <source>No problems found so far. An inspection looks for annotations that are probably wrong.</source>
            <translation>Bisher keine Probleme gefunden. Eine Prüfung sucht nach Annotationen, die wahrscheinlich falsch sind.</translation>
        </message>
        <message>
            <source>Looking for annotations that are probably wrong…</source>
            <translation>Sucht nach Annotationen, die wahrscheinlich falsch sind …</translation>
        </message>
        <message>
            <source>The last inspection found nothing that looks wrong.</source>
            <translation>Die letzte Prüfung hat nichts gefunden, was falsch aussieht.</translation>
        </message>
        <message>
            <source>Do what this problem proposes; Undo takes it back</source>
            <translation>Tun, was dieses Problem vorschlägt; Rückgängig nimmt es zurück</translation>
        </message>
        <message>
            <source>Do what all problems of this kind propose; Undo takes it back</source>
            <translation>Tun, was alle Probleme dieser Art vorschlagen; Rückgängig nimmt es zurück</translation>
        </message>
        <message numerus="yes">
            <source>Mend %Ln faces</source>
            <translation>
                <numerusform>%Ln Gesicht berichtigen</numerusform>
                <numerusform>%Ln Gesichter berichtigen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mend all %Ln</source>
            <translation>
                <numerusform>%Ln berichtigen</numerusform>
                <numerusform>Alle %Ln berichtigen</numerusform>
            </translation>
        </message>
        <message>
            <source>Go through them</source>
            <translation>Durchgehen</translation>
        </message>
        <message>
            <source>Show one after the other, each with a fix to accept (F6)</source>
            <translation>Eines nach dem anderen zeigen, jedes mit einer Berichtigung zum Annehmen (F6)</translation>
        </message>
    </context>
    <context>
        <name>rudolph::QueuePanel</name>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Experiments that are to be trained one after another. “Add to queue” puts the settings on the left here, a sweep many at once.</source>
            <translation>Experimente, die nacheinander trainiert werden sollen. „Einreihen“ stellt die Einstellungen von links hierher, eine Versuchsreihe viele auf einmal.</translation>
        </message>
        <message>
            <source>Earlier (Alt+Up)</source>
            <translation>Früher (Alt+↑)</translation>
        </message>
        <message>
            <source>Later (Alt+Down)</source>
            <translation>Später (Alt+↓)</translation>
        </message>
        <message>
            <source>Take out of the queue (Delete)</source>
            <translation>Aus der Warteschlange nehmen (Entf)</translation>
        </message>
        <message>
            <source>Take away all that are over</source>
            <translation>Alle beendeten wegräumen</translation>
        </message>
        <message>
            <source>Sweep…</source>
            <translation>Reihe…</translation>
        </message>
        <message>
            <source>Fills the queue with experiments that differ in chosen settings</source>
            <translation>Füllt die Warteschlange mit Experimenten, die sich in gewählten Einstellungen unterscheiden</translation>
        </message>
        <message>
            <source>Start the queue</source>
            <translation>Starten</translation>
        </message>
        <message>
            <source>Look at the cases</source>
            <translation>Fälle ansehen</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Früher</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>Take out of the queue</source>
            <translation>Aus der Warteschlange nehmen</translation>
        </message>
        <message>
            <source>Nothing waits</source>
            <translation>Nichts wartet</translation>
        </message>
        <message>
            <source>Waiting: %1, each after the one before</source>
            <translation>Wartend: %1, jedes nach dem vorigen</translation>
        </message>
        <message>
            <source>Waiting: %1</source>
            <translation>Wartend: %1</translation>
        </message>
        <message>
            <source>Open annotated faces first</source>
            <translation>Öffnen Sie zuerst annotierte Gesichter</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RecipeFaces</name>
        <message>
            <source>Example %1</source>
            <translation>Beispiel %1</translation>
        </message>
        <message>
            <source>The picture cannot be read</source>
            <translation>Das Bild kann nicht gelesen werden</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RecipeForm</name>
        <message>
            <source>%1, before the name</source>
            <translation>%1, vor dem Namen</translation>
        </message>
        <message>
            <source>name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>%1, after the name</source>
            <translation>%1, nach dem Namen</translation>
        </message>
        <message>
            <source>Files and pictures</source>
            <translation>Dateien und Bilder</translation>
        </message>
        <message>
            <source>Points in</source>
            <translation>Punkte in</translation>
        </message>
        <message>
            <source>How the points of different faces are kept apart</source>
            <translation>Was die Punkte verschiedener Gesichter trennt</translation>
        </message>
        <message>
            <source>A file for each picture</source>
            <translation>Eine Datei je Bild</translation>
        </message>
        <message>
            <source>A table, a face in each row</source>
            <translation>Tabelle, ein Gesicht je Zeile</translation>
        </message>
        <message>
            <source>A table, a point in each row</source>
            <translation>Tabelle, ein Punkt je Zeile</translation>
        </message>
        <message>
            <source>One file, a block for each picture</source>
            <translation>Eine Datei, ein Block je Bild</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>The files that hold points: *.txt, points/*.csv, **/*.pts; several between commas</source>
            <translation>Die Dateien mit Punkten: *.txt, points/*.csv, **/*.pts; mehrere mit Kommas dazwischen</translation>
        </message>
        <message>
            <source>Pass by</source>
            <translation>Auslassen</translation>
        </message>
        <message>
            <source>Files, and pictures that tables name, to pass by: *_mirror*; several between commas</source>
            <translation>Dateien, und Bilder in Tabellen, die ausgelassen werden: *_mirror*; mehrere mit Kommas dazwischen</translation>
        </message>
        <message>
            <source>Picture by</source>
            <translation>Bild nach</translation>
        </message>
        <message>
            <source>What tells which picture the points belong to</source>
            <translation>Woran man sieht, zu welchem Bild die Punkte gehören</translation>
        </message>
        <message>
            <source>The file&apos;s name</source>
            <translation>Name der Datei</translation>
        </message>
        <message>
            <source>The file&apos;s first line</source>
            <translation>Erste Zeile der Datei</translation>
        </message>
        <message>
            <source>A column of the table</source>
            <translation>Spalte der Tabelle</translation>
        </message>
        <message>
            <source>Pixels in a column</source>
            <translation>Pixel in einer Spalte</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <source>What the name of a file of points has around the part that pairs</source>
            <translation>Was der Name einer Punktdatei um den gemeinsamen Teil herum hat</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>What the name of a picture has around the part that pairs</source>
            <translation>Was der Name eines Bildes um den gemeinsamen Teil herum hat</translation>
        </message>
        <message>
            <source>Its column</source>
            <translation>Spalte</translation>
        </message>
        <message>
            <source>The column with the picture: its name, or its number from 0; −1 is the last</source>
            <translation>Die Spalte mit dem Bild: ihr Name oder ihre Nummer ab 0; −1 ist die letzte</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Where pictures of this name are taken from when several have it</source>
            <translation>Woher Bilder kommen, wenn mehrere so heißen</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Folge</translation>
        </message>
        <message>
            <source>How the numbers of a face follow each other</source>
            <translation>Wie die Zahlen eines Gesichts aufeinander folgen</translation>
        </message>
        <message>
            <source>In turn: x y, x y, …</source>
            <translation>Abwechselnd: x y, x y, …</translation>
        </message>
        <message>
            <source>In halves: x x …, y y …</source>
            <translation>In Hälften: x x …, y y …</translation>
        </message>
        <message>
            <source>y before x</source>
            <translation>y vor x</translation>
        </message>
        <message>
            <source>The first number of a point is how far down it lies</source>
            <translation>Die erste Zahl eines Punkts sagt, wie weit unten er liegt</translation>
        </message>
        <message>
            <source>x in</source>
            <translation>x in</translation>
        </message>
        <message>
            <source>The columns with x; {i} stands for the point&apos;s number, {name} for its name: x{i}, {name}_x. Empty: columns by their number</source>
            <translation>Die Spalten mit x; {i} steht für die Nummer des Punkts, {name} für seinen Namen: x{i}, {name}_x. Leer: Spalten nach ihrer Nummer</translation>
        </message>
        <message>
            <source>y in</source>
            <translation>y in</translation>
        </message>
        <message>
            <source>The columns with y: y{i}, {name}_y</source>
            <translation>Die Spalten mit y: y{i}, {name}_y</translation>
        </message>
        <message>
            <source>Point in</source>
            <translation>Punkt in</translation>
        </message>
        <message>
            <source>The column that says which point a row is</source>
            <translation>Die Spalte, die sagt, welcher Punkt eine Zeile ist</translation>
        </message>
        <message>
            <source>With</source>
            <translation>Dazu</translation>
        </message>
        <message>
            <source>What follows the two numbers of a point</source>
            <translation>Was auf die zwei Zahlen eines Punkts folgt</translation>
        </message>
        <message>
            <source>Nothing else</source>
            <translation>Nichts weiter</translation>
        </message>
        <message>
            <source>Visibility: 0, 1 hidden, 2</source>
            <translation>Sichtbarkeit: 0, 1 verdeckt, 2</translation>
        </message>
        <message>
            <source>Seen: 0 is hidden</source>
            <translation>Sichtbar: 0 ist verdeckt</translation>
        </message>
        <message>
            <source>Occluded: 1 is hidden</source>
            <translation>Verdeckt: 1 ist verdeckt</translation>
        </message>
        <message>
            <source>A confidence</source>
            <translation>Eine Sicherheit</translation>
        </message>
        <message>
            <source>A number to pass by</source>
            <translation>Eine Zahl zum Auslassen</translation>
        </message>
        <message>
            <source>Other values</source>
            <translation>Andere Werte</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <source>Numbers of a face before its first point</source>
            <translation>Zahlen eines Gesichts vor seinem ersten Punkt</translation>
        </message>
        <message>
            <source>First the number of points</source>
            <translation>Zuerst die Anzahl der Punkte</translation>
        </message>
        <message>
            <source>The first number of a face says how many points follow</source>
            <translation>Die erste Zahl eines Gesichts sagt, wie viele Punkte folgen</translation>
        </message>
        <message>
            <source>From column</source>
            <translation>Ab Spalte</translation>
        </message>
        <message>
            <source>The column of the first number, counted from 0</source>
            <translation>Die Spalte der ersten Zahl, gezählt ab 0</translation>
        </message>
        <message>
            <source>How many points a face has</source>
            <translation>Wie viele Punkte ein Gesicht hat</translation>
        </message>
        <message>
            <source>as many as there are</source>
            <translation>so viele, wie da sind</translation>
        </message>
        <message>
            <source>Coordinates</source>
            <translation>Koordinaten</translation>
        </message>
        <message>
            <source>Are</source>
            <translation>Sind</translation>
        </message>
        <message>
            <source>What the numbers are relative to</source>
            <translation>Worauf sich die Zahlen beziehen</translation>
        </message>
        <message>
            <source>Pixels</source>
            <translation>Pixel</translation>
        </message>
        <message>
            <source>Relative to the picture</source>
            <translation>Relativ zum Bild</translation>
        </message>
        <message>
            <source>From its middle, y upwards</source>
            <translation>Von der Mitte, y nach oben</translation>
        </message>
        <message>
            <source>Relative to the face&apos;s box</source>
            <translation>Relativ zum Rahmen</translation>
        </message>
        <message>
            <source>Top-left pixel</source>
            <translation>Pixel links oben</translation>
        </message>
        <message>
            <source>The coordinates of the first pixel</source>
            <translation>Die Koordinaten des ersten Pixels</translation>
        </message>
        <message>
            <source>is (0, 0)</source>
            <translation>ist (0, 0)</translation>
        </message>
        <message>
            <source>is (1, 1)</source>
            <translation>ist (1, 1)</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Fehlend</translation>
        </message>
        <message>
            <source>What stands for a point that is not there: a number (-1) or a pair (0 0); several between commas</source>
            <translation>Was für einen Punkt steht, der fehlt: eine Zahl (-1) oder ein Paar (0 0); mehrere mit Kommas dazwischen</translation>
        </message>
        <message>
            <source>The numbers of the far edge: 1 × 1, 100 × 100, or the size in pixels that the picture had</source>
            <translation>Die Zahlen am fernen Rand: 1 × 1, 100 × 100, oder die Größe in Pixeln, die das Bild hatte</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Breite</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Höhe</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>The one that fits best</source>
            <translation>Das am besten passende</translation>
        </message>
        <message>
            <source>Scheme</source>
            <translation>Schema</translation>
        </message>
        <message>
            <source>What the points mean</source>
            <translation>Was die Punkte bedeuten</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Between fields</source>
            <translation>Trennung</translation>
        </message>
        <message>
            <source>What stands between two numbers or names</source>
            <translation>Was zwischen zwei Zahlen oder Namen steht</translation>
        </message>
        <message>
            <source>Found by looking</source>
            <translation>Wird erkannt</translation>
        </message>
        <message>
            <source>Spaces</source>
            <translation>Leerzeichen</translation>
        </message>
        <message>
            <source>Tabs</source>
            <translation>Tabulatoren</translation>
        </message>
        <message>
            <source>Commas</source>
            <translation>Kommas</translation>
        </message>
        <message>
            <source>Semicolons</source>
            <translation>Semikolons</translation>
        </message>
        <message>
            <source>Bars</source>
            <translation>Senkrechte Striche</translation>
        </message>
        <message>
            <source>Colons</source>
            <translation>Doppelpunkte</translation>
        </message>
        <message>
            <source>Any of these</source>
            <translation>Eines davon</translation>
        </message>
        <message>
            <source>Decimals</source>
            <translation>Dezimalen</translation>
        </message>
        <message>
            <source>What stands before the decimals of a number</source>
            <translation>Was vor den Dezimalen einer Zahl steht</translation>
        </message>
        <message>
            <source>Point: 1.5</source>
            <translation>Punkt: 1.5</translation>
        </message>
        <message>
            <source>Comma: 1,5</source>
            <translation>Komma: 1,5</translation>
        </message>
        <message>
            <source>Skip lines</source>
            <translation>Kopfzeilen</translation>
        </message>
        <message>
            <source>Lines at the top of each file to pass over</source>
            <translation>Zeilen am Anfang jeder Datei, die übergangen werden</translation>
        </message>
        <message>
            <source>First row</source>
            <translation>Erste Zeile</translation>
        </message>
        <message>
            <source>What the first row of the table holds</source>
            <translation>Was die erste Zeile der Tabelle enthält</translation>
        </message>
        <message>
            <source>A face</source>
            <translation>Ein Gesicht</translation>
        </message>
        <message>
            <source>Names of columns</source>
            <translation>Namen der Spalten</translation>
        </message>
        <message>
            <source>DeepLabCut&apos;s head</source>
            <translation>DeepLabCuts Kopf</translation>
        </message>
        <message>
            <source>Variable</source>
            <translation>Variable</translation>
        </message>
        <message>
            <source>The variable of a MATLAB file that holds the points; of several between commas the first that is there</source>
            <translation>Die Variable einer MATLAB-Datei, in der die Punkte stehen; von mehreren zwischen Kommas die erste, die es gibt</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunComparison</name>
        <message>
            <source>In words</source>
            <translation>In Worten</translation>
        </message>
        <message>
            <source>Curves</source>
            <translation>Kurven</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Faces by error</source>
            <translation>Gesichter nach Fehler</translation>
        </message>
        <message>
            <source>Sweep</source>
            <translation>Versuchsreihe</translation>
        </message>
        <message>
            <source>Face by face</source>
            <translation>Gesicht für Gesicht</translation>
        </message>
        <message>
            <source>The share of the validation faces whose NME is at most so large is drawn here.</source>
            <translation>Hier wird der Anteil der Validierungsgesichter gezeichnet, deren NME höchstens so groß ist.</translation>
        </message>
        <message>
            <source>NME, %</source>
            <translation>NME, %</translation>
        </message>
        <message>
            <source>Share of the faces, %</source>
            <translation>Anteil der Gesichter, %</translation>
        </message>
        <message>
            <source>NME up to %1 %</source>
            <translation>NME bis %1 %</translation>
        </message>
        <message>
            <source> % of the faces</source>
            <translation> % der Gesichter</translation>
        </message>
        <message>
            <source>faces by error</source>
            <translation>Gesichter nach Fehler</translation>
        </message>
        <message>
            <source>%1 of %2 chosen runs are shown, the oldest. Choose fewer to see the others.</source>
            <translation>%1 von %2 gewählten Läufen werden gezeigt, die ältesten. Wählen Sie weniger, um die anderen zu sehen.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunCurves</name>
        <message>
            <source>Training and validation loss</source>
            <translation>Trainings- und Validierungsverlust</translation>
        </message>
        <message>
            <source>Training loss</source>
            <translation>Trainingsverlust</translation>
        </message>
        <message>
            <source>Validation loss</source>
            <translation>Validierungsverlust</translation>
        </message>
        <message>
            <source>NME, %</source>
            <translation>NME, %</translation>
        </message>
        <message>
            <source>Mean error, px</source>
            <translation>Mittlerer Fehler, px</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>Seconds per epoch</source>
            <translation>Sekunden je Epoche</translation>
        </message>
        <message>
            <source>&amp;Logarithmic</source>
            <translation>&amp;Logarithmisch</translation>
        </message>
        <message>
            <source>Figure to draw</source>
            <translation>Gezeichnete Größe</translation>
        </message>
        <message>
            <source>The epochs of the chosen runs are drawn here.</source>
            <translation>Hier werden die Epochen der gewählten Läufe gezeichnet.</translation>
        </message>
        <message>
            <source>Epoch %1</source>
            <translation>Epoche %1</translation>
        </message>
        <message>
            <source>curves</source>
            <translation>Kurven</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>%1, validation</source>
            <translation>%1, Validierung</translation>
        </message>
        <message>
            <source>Training solid, validation dashed where both are drawn; of a study the mean, in a band of all its runs</source>
            <translation>Training durchgezogen, Validierung gestrichelt, wo beide gezeichnet sind; von einer Studie das Mittel, im Band all ihrer Läufe</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunExportMenu</name>
        <message numerus="yes">
            <source>Copied to %1 and %Ln more, without where their data lie</source>
            <translation>
                <numerusform>Kopiert nach %1 und %Ln weiterer, ohne die Orte der Daten</numerusform>
                <numerusform>Kopiert nach %1 und %Ln weitere, ohne die Orte der Daten</numerusform>
            </translation>
        </message>
        <message>
            <source>Copied to %1, without where its data lie</source>
            <translation>Kopiert nach %1, ohne die Orte der Daten</translation>
        </message>
        <message>
            <source>Choose where the copy goes</source>
            <translation>Wählen Sie, wohin die Kopie soll</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Ordner wählen…</translation>
        </message>
        <message>
            <source>Left out are where the data lie on this computer (private.json) and what only going on with the training needs (checkpoint.safetensors). The names of the pictures and the points are in it, the pictures are not.</source>
            <translation>Weggelassen wird, wo die Daten auf diesem Rechner liegen (private.json), und was nur das Weitertrainieren braucht (checkpoint.safetensors). Die Namen der Bilder und die Punkte gehören dazu, die Bilder nicht.</translation>
        </message>
        <message numerus="yes">
            <source>Copy %Ln runs to hand them on?</source>
            <translation>
                <numerusform>%Ln Lauf kopieren, um ihn weiterzugeben?</numerusform>
                <numerusform>%Ln Läufe kopieren, um sie weiterzugeben?</numerusform>
            </translation>
        </message>
        <message>
            <source>Copy %1 to hand it on?</source>
            <translation>%1 kopieren, um es weiterzugeben?</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Weitergeben</translation>
        </message>
        <message>
            <source>Copies the chosen runs to hand them on: without where your data lie</source>
            <translation>Kopiert die gewählten Läufe, um sie weiterzugeben: ohne die Orte Ihrer Daten</translation>
        </message>
        <message>
            <source>&amp;Share…</source>
            <translation>&amp;Weitergeben…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) of the faces in this report do not lie with the data set. The first is %1. Show them only if you know why its list names them, as everyone who gets the report will see them.</source>
            <translation>
                <numerusform>%Ln Bild mit Gesichtern dieses Berichts liegt nicht beim Datensatz: %1. Zeigen Sie es nur, wenn Sie wissen, warum die Liste es nennt; jeder, der den Bericht bekommt, wird es sehen.</numerusform>
                <numerusform>%Ln Bilder mit Gesichtern dieses Berichts liegen nicht beim Datensatz. Das erste ist %1. Zeigen Sie sie nur, wenn Sie wissen, warum die Liste sie nennt; jeder, der den Bericht bekommt, wird sie sehen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave them out</source>
            <translation>Weglassen</translation>
        </message>
        <message>
            <source>Show them</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Show faces from elsewhere?</source>
            <translation>Gesichter von anderswo zeigen?</translation>
        </message>
        <message>
            <source>Another export is not over yet.</source>
            <translation>Ein anderer Export ist noch nicht beendet.</translation>
        </message>
        <message>
            <source>&amp;Report as a page (HTML)…</source>
            <translation>Be&amp;richt als Seite (HTML)…</translation>
        </message>
        <message>
            <source>One file with tables, charts and faces of the chosen runs</source>
            <translation>Eine Datei mit Tabellen, Diagrammen und Gesichtern der gewählten Läufe</translation>
        </message>
        <message>
            <source>&amp;Table (CSV)…</source>
            <translation>&amp;Tabelle (CSV)…</translation>
        </message>
        <message>
            <source>The chosen runs, or all that are shown when fewer than two are chosen</source>
            <translation>Die gewählten Läufe, oder alle gezeigten, wenn weniger als zwei gewählt sind</translation>
        </message>
        <message>
            <source>&amp;Chart that is shown (PNG, SVG, PDF)…</source>
            <translation>Gezeigtes &amp;Diagramm (PNG, SVG, PDF)…</translation>
        </message>
        <message>
            <source>Tensor&amp;Board events</source>
            <translation>TensorBoard-&amp;Ereignisse</translation>
        </message>
        <message>
            <source>Writes an event file into the folder of each chosen run; start TensorBoard with the folder of runs</source>
            <translation>Schreibt eine Ereignisdatei in den Ordner jedes gewählten Laufs; TensorBoard mit dem Ordner der Läufe starten</translation>
        </message>
        <message>
            <source>Save the table</source>
            <translation>Tabelle speichern</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Tabelle (*.csv)</translation>
        </message>
        <message>
            <source>runs.csv</source>
            <translation>läufe.csv</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <source>Page (*.html)</source>
            <translation>Seite (*.html)</translation>
        </message>
        <message>
            <source>report.html</source>
            <translation>bericht.html</translation>
        </message>
        <message>
            <source>Save the chart</source>
            <translation>Diagramm speichern</translation>
        </message>
        <message>
            <source>Picture or drawing (*.png *.svg *.pdf)</source>
            <translation>Bild oder Zeichnung (*.png *.svg *.pdf)</translation>
        </message>
        <message>
            <source>runs.png</source>
            <translation>läufe.png</translation>
        </message>
        <message>
            <source>Written to %1</source>
            <translation>Nach %1 geschrieben</translation>
        </message>
        <message numerus="yes">
            <source>Written to %1 and %Ln more</source>
            <translation>
                <numerusform>Geschrieben: %1 und %Ln weitere</numerusform>
                <numerusform>Geschrieben: %1 und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Open its folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunExports</name>
        <message>
            <source>Copying the runs</source>
            <translation>Die Läufe werden kopiert</translation>
        </message>
        <message>
            <source>Nothing was written</source>
            <translation>Nichts wurde geschrieben</translation>
        </message>
        <message>
            <source>Writing the table</source>
            <translation>Tabelle wird geschrieben</translation>
        </message>
        <message>
            <source>Comparison of runs</source>
            <translation>Vergleich von Läufen</translation>
        </message>
        <message>
            <source>Writing the report</source>
            <translation>Bericht wird geschrieben</translation>
        </message>
        <message>
            <source>Writing TensorBoard events</source>
            <translation>TensorBoard-Ereignisse werden geschrieben</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunFaces</name>
        <message>
            <source>All faces</source>
            <translation>Alle Gesichter</translation>
        </message>
        <message>
            <source>Better ones</source>
            <translation>Bessere</translation>
        </message>
        <message>
            <source>Worse ones</source>
            <translation>Schlechtere</translation>
        </message>
        <message>
            <source>Which faces</source>
            <translation>Welche Gesichter</translation>
        </message>
        <message>
            <source>&lt;span style='color:#2fae62'&gt;●&lt;/span&gt; truth &amp;nbsp; &lt;span style='color:#e5484d'&gt;✕&lt;/span&gt; older run &amp;nbsp; &lt;span style='color:#3d94c9'&gt;◇&lt;/span&gt; newer run</source>
            <translation>&lt;span style='color:#2fae62'&gt;●&lt;/span&gt; Wahrheit &amp;nbsp; &lt;span style='color:#e5484d'&gt;✕&lt;/span&gt; älterer Lauf &amp;nbsp; &lt;span style='color:#3d94c9'&gt;◇&lt;/span&gt; neuerer Lauf</translation>
        </message>
        <message>
            <source>Faces by how much they changed</source>
            <translation>Gesichter nach Größe ihrer Änderung</translation>
        </message>
        <message>
            <source>Choose exactly two runs above, to see on which faces one is better than the other.</source>
            <translation>Oben genau zwei Läufe wählen, um zu sehen, auf welchen Gesichtern der eine besser ist als der andere.</translation>
        </message>
        <message>
            <source>Reading the predictions …</source>
            <translation>Vorhersagen werden gelesen …</translation>
        </message>
        <message>
            <source>There are no faces that both runs have validated.</source>
            <translation>Es gibt keine Gesichter, die beide Läufe validiert haben.</translation>
        </message>
        <message>
            <source>%1 of %2 faces better in the newer run, %3 worse, %4 equal; on average %5 instead of %6.</source>
            <translation>%1 von %2 Gesichtern besser im neueren Lauf, %3 schlechter, %4 gleich; im Mittel %5 statt %6.</translation>
        </message>
        <message>
            <source>Choose a face to see what both runs say of it.</source>
            <translation>Ein Gesicht wählen, um zu sehen, was beide Läufe dazu sagen.</translation>
        </message>
        <message>
            <source>%1: %2, then %3</source>
            <translation>%1: %2, dann %3</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunFindings</name>
        <message>
            <source>Choose a run above to see what it is, or several to see in what they differ.</source>
            <translation>Oben einen Lauf wählen, um zu sehen, was er ist, oder mehrere, um zu sehen, worin sie sich unterscheiden.</translation>
        </message>
        <message>
            <source>Compared with the oldest of them, %1</source>
            <translation>Verglichen mit dem ältesten davon, %1</translation>
        </message>
        <message>
            <source>Reading the predictions …</source>
            <translation>Vorhersagen werden gelesen …</translation>
        </message>
        <message>
            <source>The chosen runs in words</source>
            <translation>Die gewählten Läufe in Worten</translation>
        </message>
        <message>
            <source>Train what is missing</source>
            <translation>Was fehlt trainieren</translation>
        </message>
        <message>
            <source>As when a disk was full; what diverged will do so again</source>
            <translation>Etwa wenn ein Datenträger voll war; was divergiert ist, wird es wieder tun</translation>
        </message>
        <message>
            <source>Train the failed again</source>
            <translation>Gescheiterte erneut trainieren</translation>
        </message>
        <message>
            <source>Trains the runs that this study lacks</source>
            <translation>Trainiert die Läufe, die dieser Studie fehlen</translation>
        </message>
        <message>
            <source>One is a study and the other a single run. Choose two studies, or unfold the study and choose one of its runs.</source>
            <translation>Das eine ist eine Studie, das andere ein einzelner Lauf. Wählen Sie zwei Studien, oder klappen Sie die Studie auf und wählen Sie einen ihrer Läufe.</translation>
        </message>
        <message>
            <source>A second seed is missing: how much of this is chance of the seed, one run of each cannot tell. Three of each can.</source>
            <translation>Es fehlt ein zweiter Startwert: Wie viel davon Zufall des Startwerts ist, kann je ein Lauf nicht sagen. Je drei können es.</translation>
        </message>
        <message>
            <source>Train two more seeds of each</source>
            <translation>Je zwei weitere Startwerte trainieren</translation>
        </message>
        <message>
            <source>Makes a study of each, into which these runs move as its first, and trains what is missing</source>
            <translation>Macht aus jedem eine Studie, in die dieser Lauf als ihr erster zieht, und trainiert, was fehlt</translation>
        </message>
        <message>
            <source>Compared with the baseline, %1</source>
            <translation>Verglichen mit dem Maßstab, %1</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunSettings</name>
        <message>
            <source>Only what &amp;differs</source>
            <translation>Nur &amp;Unterschiede</translation>
        </message>
        <message>
            <source>Settings of the chosen runs</source>
            <translation>Einstellungen der gewählten Läufe</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>Einstellung</translation>
        </message>
        <message>
            <source>Preset %1</source>
            <translation>Vorlage %1</translation>
        </message>
        <message>
            <source>Choose runs above.</source>
            <translation>Oben Läufe wählen.</translation>
        </message>
        <message>
            <source>The preset, unchanged.</source>
            <translation>Die Vorlage, unverändert.</translation>
        </message>
        <message>
            <source>They have the same settings.</source>
            <translation>Sie haben dieselben Einstellungen.</translation>
        </message>
        <message>
            <source>Baseline %1</source>
            <translation>Maßstab %1</translation>
        </message>
        <message>
            <source>As the baseline.</source>
            <translation>Wie der Maßstab.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunSweep</name>
        <message>
            <source>To the right</source>
            <translation>Nach rechts</translation>
        </message>
        <message>
            <source>Upwards</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>With runs that differ in a setting, each is a point here and a line on the right.</source>
            <translation>Bei Läufen, die sich in einer Einstellung unterscheiden, ist jeder hier ein Punkt und rechts eine Linie.</translation>
        </message>
        <message>
            <source>sweep</source>
            <translation>Versuchsreihe</translation>
        </message>
        <message>
            <source>against</source>
            <translation>gegen</translation>
        </message>
        <message>
            <source>The runs have the same settings.</source>
            <translation>Die Läufe haben dieselben Einstellungen.</translation>
        </message>
        <message>
            <source>Drag along an axis to choose the runs that cross it there; click it to free it.</source>
            <translation>An einer Achse entlang ziehen wählt die Läufe, die sie dort kreuzen; ein Klick auf die Achse gibt sie frei.</translation>
        </message>
        <message>
            <source>Scatter of the chosen runs</source>
            <translation>Streudiagramm der gewählten Läufe</translation>
        </message>
        <message numerus="yes">
            <source>%Ln more settings differ: filter the table to see fewer runs.</source>
            <translation>
                <numerusform>%Ln weitere Einstellung unterscheidet sich. Die Tabelle filtern, um weniger Läufe zu sehen.</numerusform>
                <numerusform>%Ln weitere Einstellungen unterscheiden sich. Die Tabelle filtern, um weniger Läufe zu sehen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The interval is that of its mean over faces, for faces of other persons. The best of many is also somewhat lucky: with another seed expect a little worse.</source>
            <translation>Das Intervall ist das seines Mittels über Gesichter, für Gesichter anderer Menschen. Der beste von vielen hatte auch etwas Glück: Mit einem anderen Startwert ist etwas Schlechteres zu erwarten.</translation>
        </message>
        <message>
            <source>Of the %1 runs that are chosen; choose one alone to see all.</source>
            <translation>Von den %1 gewählten Läufen; einen allein wählen zeigt alle.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunTableModel</name>
        <message>
            <source>starred</source>
            <translation>mit Stern</translation>
        </message>
        <message>
            <source>no star</source>
            <translation>ohne Stern</translation>
        </message>
        <message>
            <source>tags</source>
            <translation>Schlagwörter</translation>
        </message>
        <message>
            <source>note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>baseline</source>
            <translation>Maßstab</translation>
        </message>
        <message>
            <source>%1, the baseline</source>
            <translation>%1, der Maßstab</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunsFilterBar</name>
        <message>
            <source>Filter by name, data, change, tag or note</source>
            <translation>Nach Name, Daten, Änderung, Schlagwort oder Notiz filtern</translation>
        </message>
        <message>
            <source>Filter runs</source>
            <translation>Läufe filtern</translation>
        </message>
        <message>
            <source>Only runs with a star</source>
            <translation>Nur Läufe mit Stern</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Any state</source>
            <translation>Jeder Zustand</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Schlagwort</translation>
        </message>
        <message>
            <source>Any tag</source>
            <translation>Jedes Schlagwort</translation>
        </message>
        <message numerus="yes">
            <source>%Ln runs</source>
            <translation>
                <numerusform>%Ln Lauf</numerusform>
                <numerusform>%Ln Läufe</numerusform>
            </translation>
        </message>
        <message>
            <source>No run matches the filter</source>
            <translation>Kein Lauf passt zum Filter</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln runs</source>
            <translation>
                <numerusform>%1 von %Ln Lauf</numerusform>
                <numerusform>%1 von %Ln Läufen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunsPage</name>
        <message>
            <source>Go to training</source>
            <translation>Zum Training</translation>
        </message>
        <message>
            <source>Compare the three nose-tip experiments</source>
            <translation>Die drei nose-tip-Experimente vergleichen</translation>
        </message>
        <message>
            <source>Reading the runs</source>
            <translation>Läufe werden gelesen</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>The runs cannot be listed</source>
            <translation>Die Läufe lassen sich nicht auflisten</translation>
        </message>
        <message>
            <source>No runs yet</source>
            <translation>Noch keine Läufe</translation>
        </message>
        <message>
            <source>Here all trainings of the folder stand side by side: which settings they had, how well they did, and on which faces one is better than another. Train a network, or the three nose-tip experiments, each with five seeds, to see how they differ: the baseline, one with wider convolutions, and one with a high learning rate.</source>
            <translation>Hier stehen alle Trainings des Ordners nebeneinander: welche Einstellungen sie hatten, wie gut sie waren, und auf welchen Gesichtern eines besser ist als ein anderes. Ein Netz trainieren, oder die drei nose-tip-Experimente, jedes mit fünf Startwerten, um zu sehen, wie sie sich unterscheiden: das Ausgangsexperiment, eines mit breiteren Faltungen und eines mit hoher Lernrate.</translation>
        </message>
        <message>
            <source>One run cannot be read wholly: %1</source>
            <translation>Ein Lauf ist nicht ganz lesbar: %1</translation>
        </message>
        <message>
            <source>The mark is not kept: %1 %2</source>
            <translation>Die Markierung wurde nicht gesichert: %1 %2</translation>
        </message>
        <message>
            <source>Not moved to the trash: %1. Remove such a folder in the file manager.</source>
            <translation>Nicht in den Papierkorb verschoben: %1. So ein Ordner lässt sich im Dateimanager entfernen.</translation>
        </message>
        <message>
            <source>star</source>
            <translation>Stern</translation>
        </message>
        <message>
            <source>A run that goes on cannot be moved: stop its training first.</source>
            <translation>Ein Lauf, der noch läuft, lässt sich nicht verschieben: zuerst sein Training stoppen.</translation>
        </message>
        <message>
            <source>Move to the trash</source>
            <translation>In den Papierkorb verschieben</translation>
        </message>
        <message>
            <source>Move %1 to the trash?</source>
            <translation>%1 in den Papierkorb verschieben?</translation>
        </message>
        <message>
            <source>With all that is in the folder: weights, figures, predictions and marks. It can be taken out of the trash again in the file manager.</source>
            <translation>Mit allem, was im Ordner ist: Gewichten, Zahlen, Vorhersagen und Markierungen. Im Dateimanager lässt er sich wieder aus dem Papierkorb holen.</translation>
        </message>
        <message>
            <source>Choose the folder of runs</source>
            <translation>Ordner der Läufe wählen</translation>
        </message>
        <message>
            <source>&amp;Look at the cases</source>
            <translation>&amp;Fälle ansehen</translation>
        </message>
        <message>
            <source>&amp;Star</source>
            <translation>&amp;Stern</translation>
        </message>
        <message>
            <source>Edit &amp;tags</source>
            <translation>Schlag&amp;wörter bearbeiten</translation>
        </message>
        <message>
            <source>Edit &amp;note</source>
            <translation>&amp;Notiz bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Open its folder</source>
            <translation>&amp;Ordner öffnen</translation>
        </message>
        <message>
            <source>&amp;Move to the trash…</source>
            <translation>In den &amp;Papierkorb verschieben…</translation>
        </message>
        <message>
            <source>Read the runs folder again</source>
            <translation>Ordner der Läufe neu lesen</translation>
        </message>
        <message>
            <source>&amp;Compare the three nose-tip experiments</source>
            <translation>Die drei nose-tip-Experimente &amp;vergleichen</translation>
        </message>
        <message>
            <source>C&amp;olumns</source>
            <translation>&amp;Spalten</translation>
        </message>
        <message>
            <source>Change the &amp;folder…</source>
            <translation>&amp;Ordner wechseln…</translation>
        </message>
        <message>
            <source>Filter runs</source>
            <translation>Läufe filtern</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>Läufe</translation>
        </message>
        <message>
            <source>Train f&amp;urther</source>
            <translation>&amp;Weiter trainieren</translation>
        </message>
        <message numerus="yes">
            <source>%Ln runs cannot be read wholly.</source>
            <translation>
                <numerusform>%Ln Lauf ist nicht ganz lesbar.</numerusform>
                <numerusform>%Ln Läufe sind nicht ganz lesbar.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln runs are in the trash</source>
            <translation>
                <numerusform>Der Lauf liegt im Papierkorb</numerusform>
                <numerusform>%Ln Läufe liegen im Papierkorb</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Move %Ln runs to the trash?</source>
            <translation>
                <numerusform>%Ln Lauf in den Papierkorb verschieben?</numerusform>
                <numerusform>%Ln Läufe in den Papierkorb verschieben?</numerusform>
            </translation>
        </message>
        <message>
            <source>Train what the study &amp;lacks</source>
            <translation>Was der Studie &amp;fehlt trainieren</translation>
        </message>
        <message>
            <source>As when a disk was full; what diverged will do so again</source>
            <translation>Etwa wenn ein Datenträger voll war; was divergiert ist, wird es wieder tun</translation>
        </message>
        <message>
            <source>Train the &amp;failed runs of the study again</source>
            <translation>&amp;Gescheiterte Läufe der Studie erneut trainieren</translation>
        </message>
        <message>
            <source>&amp;Unfold or fold the study</source>
            <translation>Studie auf- oder z&amp;uklappen</translation>
        </message>
        <message>
            <source>Set as &amp;baseline</source>
            <translation>Als &amp;Maßstab nehmen</translation>
        </message>
        <message>
            <source>What others are compared with; chosen again it is none any more</source>
            <translation>Womit andere verglichen werden; noch einmal gewählt ist er keiner mehr</translation>
        </message>
        <message>
            <source>No &amp;baseline any more</source>
            <translation>Kein &amp;Maßstab mehr</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RunsTable</name>
        <message>
            <source>Runs</source>
            <translation>Läufe</translation>
        </message>
        <message>
            <source>star</source>
            <translation>Stern</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Stern</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SampleDetails</name>
        <message>
            <source>Point</source>
            <translation>Punkt</translation>
        </message>
        <message>
            <source>x</source>
            <translation>x</translation>
        </message>
        <message>
            <source>y</source>
            <translation>y</translation>
        </message>
        <message>
            <source>Labels as the network learns them</source>
            <translation>Punkte, wie das Netz sie lernt</translation>
        </message>
        <message>
            <source>The labels as the network learns them: 0 and 1 are the edges of the crop</source>
            <translation>Die Punkte, wie das Netz sie lernt: 0 und 1 sind die Ränder des Ausschnitts</translation>
        </message>
        <message>
            <source>Network input</source>
            <translation>Netzeingabe</translation>
        </message>
        <message>
            <source>Whose input to show: the preset experiments differ in the crop</source>
            <translation>Wessen Eingabe gezeigt wird: die Vorlagen unterscheiden sich im Ausschnitt</translation>
        </message>
        <message>
            <source>Crop for the network</source>
            <translation>Ausschnitt für das Netz</translation>
        </message>
        <message>
            <source>Channels × height × width of the network's input</source>
            <translation>Kanäle × Höhe × Breite der Eingabe des Netzes</translation>
        </message>
        <message>
            <source>The input's values after mean and deviation are taken into account</source>
            <translation>Die Werte der Eingabe, nachdem Mittel und Abweichung berücksichtigt sind</translation>
        </message>
        <message>
            <source>Tensor</source>
            <translation>Tensor</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>Werte</translation>
        </message>
        <message>
            <source>As the network gets it</source>
            <translation>Wie es das Netz bekommt</translation>
        </message>
        <message>
            <source>%1: %2 × %3 pixels</source>
            <translation>%1: %2 × %3 Pixel</translation>
        </message>
        <message>
            <source>Choose a face.</source>
            <translation>Ein Gesicht wählen.</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>%1, %2 × %3 pixels</source>
            <translation>%1, %2 × %3 Pixel</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Box</source>
            <translation>Rahmen</translation>
        </message>
        <message>
            <source>%1 × %2 pixels</source>
            <translation>%1 × %2 Pixel</translation>
        </message>
        <message>
            <source>Used for</source>
            <translation>Verwendet für</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>Problem: %1</source>
            <translation>Problem: %1</translation>
        </message>
        <message>
            <source>%1 × %2 × %3</source>
            <translation>%1 × %2 × %3</translation>
        </message>
        <message>
            <source>%1 to %2, mean %3</source>
            <translation>%1 bis %2, Mittel %3</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SampleFilterBar</name>
        <message>
            <source>Search names and notes</source>
            <translation>Namen und Notizen durchsuchen</translation>
        </message>
        <message>
            <source>Show only faces whose name or note contains these words (Ctrl+F)</source>
            <translation>Nur Gesichter zeigen, deren Name oder Notiz diese Wörter enthält (Strg+F)</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filter by state, problems, side of the split, view or person</source>
            <translation>Nach Zustand, Problemen, Seite der Teilung, Ansicht oder Person filtern</translation>
        </message>
        <message>
            <source>Order of the faces</source>
            <translation>Reihenfolge der Gesichter</translation>
        </message>
        <message>
            <source>Filter by state</source>
            <translation>Nach Zustand filtern</translation>
        </message>
        <message>
            <source>Filter by what is known of the faces</source>
            <translation>Nach dem filtern, was über die Gesichter bekannt ist</translation>
        </message>
        <message>
            <source>Filter by side of the split</source>
            <translation>Nach Seite der Teilung filtern</translation>
        </message>
        <message>
            <source>Filter by view</source>
            <translation>Nach Ansicht filtern</translation>
        </message>
        <message>
            <source>Filter by person</source>
            <translation>Nach Person filtern</translation>
        </message>
        <message>
            <source>All faces</source>
            <translation>Alle Gesichter</translation>
        </message>
        <message>
            <source>With a note</source>
            <translation>Mit Notiz</translation>
        </message>
        <message>
            <source>Proposed, not looked at</source>
            <translation>Vorgeschlagen, ungeprüft</translation>
        </message>
        <message>
            <source>Proposed and doubtful</source>
            <translation>Vorgeschlagen und fraglich</translation>
        </message>
        <message>
            <source>With problems</source>
            <translation>Mit Problemen</translation>
        </message>
        <message>
            <source>Without points</source>
            <translation>Ohne Punkte</translation>
        </message>
        <message>
            <source>Suggested to mark next</source>
            <translation>Als Nächstes vorgeschlagen</translation>
        </message>
        <message>
            <source>Both sides</source>
            <translation>Beide Seiten</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <source>Not used</source>
            <translation>Nicht verwendet</translation>
        </message>
        <message>
            <source>Any state</source>
            <translation>Jeder Zustand</translation>
        </message>
        <message>
            <source>Not done yet</source>
            <translation>Noch nicht fertig</translation>
        </message>
        <message>
            <source>As in the data set</source>
            <translation>Wie im Datensatz</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>Nach Name</translation>
        </message>
        <message>
            <source>By state</source>
            <translation>Nach Zustand</translation>
        </message>
        <message>
            <source>Most problems first</source>
            <translation>Meiste Probleme zuerst</translation>
        </message>
        <message>
            <source>Furthest from the model first</source>
            <translation>Größte Abweichung vom Modell zuerst</translation>
        </message>
        <message>
            <source>Least sure first</source>
            <translation>Unsicherste zuerst</translation>
        </message>
        <message>
            <source>Suggested first</source>
            <translation>Vorgeschlagene zuerst</translation>
        </message>
        <message>
            <source>All views</source>
            <translation>Alle Ansichten</translation>
        </message>
        <message>
            <source>View %1</source>
            <translation>Ansicht %1</translation>
        </message>
        <message>
            <source>All people</source>
            <translation>Alle Personen</translation>
        </message>
        <message>
            <source>Person %1</source>
            <translation>Person %1</translation>
        </message>
        <message>
            <source>Compare a network with the faces first</source>
            <translation>Zuerst ein Netz mit den Gesichtern vergleichen</translation>
        </message>
        <message>
            <source>Filter (%1)</source>
            <translation>Filter (%1)</translation>
        </message>
        <message>
            <source>Have faces suggested first (Ctrl+J)</source>
            <translation>Zuerst Gesichter vorschlagen lassen (Strg+J)</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SampleListModel</name>
        <message>
            <source>person %1</source>
            <translation>Person %1</translation>
        </message>
        <message>
            <source>view %1</source>
            <translation>Ansicht %1</translation>
        </message>
        <message>
            <source>no points</source>
            <translation>keine Punkte</translation>
        </message>
        <message>
            <source>%1 sure</source>
            <translation>zu %1 sicher</translation>
        </message>
        <message>
            <source>%1 of %2 points</source>
            <translation>%1 von %2 Punkten</translation>
        </message>
        <message>
            <source>%1 points</source>
            <translation>%1 Punkte</translation>
        </message>
        <message>
            <source>proposed by %1</source>
            <translation>vorgeschlagen von %1</translation>
        </message>
        <message>
            <source>note: %1</source>
            <translation>Notiz: %1</translation>
        </message>
        <message>
            <source>problems: %1</source>
            <translation>Probleme: %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Proposed by %1; nobody has looked at it yet</source>
            <translation>Vorgeschlagen von %1; noch niemand hat es geprüft</translation>
        </message>
        <message>
            <source>The model is %1</source>
            <translation>Das Modell liegt %1</translation>
        </message>
        <message>
            <source>Note: %1</source>
            <translation>Notiz: %1</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>und %1 mehr</translation>
        </message>
        <message>
            <source>training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <source>frontal, neutral</source>
            <translation>frontal, neutral</translation>
        </message>
        <message>
            <source>frontal, happy</source>
            <translation>frontal, fröhlich</translation>
        </message>
        <message>
            <source>turned to the right</source>
            <translation>nach rechts gedreht</translation>
        </message>
        <message>
            <source>turned to the left</source>
            <translation>nach links gedreht</translation>
        </message>
        <message>
            <source>frontal, light aside</source>
            <translation>frontal, Licht von der Seite</translation>
        </message>
        <message>
            <source>frontal, grimace</source>
            <translation>frontal, Grimasse</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>In work</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>Fraglich</translation>
        </message>
        <message>
            <source>off by %1 %</source>
            <translation>um %1 % daneben</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SampleListPanel</name>
        <message>
            <source>Faces</source>
            <translation>Gesichter</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Auffrischen</translation>
        </message>
        <message>
            <source>Filter and sort again: faces stay where they are while one edits them</source>
            <translation>Erneut filtern und sortieren: Gesichter bleiben an ihrem Platz, während man sie bearbeitet</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Filter leeren</translation>
        </message>
        <message>
            <source>Show all faces again</source>
            <translation>Wieder alle Gesichter zeigen</translation>
        </message>
        <message>
            <source>Faces (%1)</source>
            <translation>Gesichter (%1)</translation>
        </message>
        <message>
            <source>Problems (%1)</source>
            <translation>Probleme (%1)</translation>
        </message>
        <message>
            <source>No face matches.</source>
            <translation>Kein Gesicht passt.</translation>
        </message>
        <message numerus="yes">
            <source>Copy names</source>
            <translation>
                <numerusform>Name kopieren</numerusform>
                <numerusform>Namen kopieren</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Copy paths of the pictures</source>
            <translation>
                <numerusform>Pfad des Bildes kopieren</numerusform>
                <numerusform>Pfade der Bilder kopieren</numerusform>
            </translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Ordner zeigen</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln faces</source>
            <translation>
                <numerusform>%1 von %Ln Gesicht</numerusform>
                <numerusform>%1 von %Ln Gesichtern</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln edited faces would move or go</source>
            <translation>
                <numerusform>%Ln geändertes Gesicht würde den Platz wechseln oder verschwinden</numerusform>
                <numerusform>%Ln geänderte Gesichter würden den Platz wechseln oder verschwinden</numerusform>
            </translation>
        </message>
        <message>
            <source>Suggest more</source>
            <translation>Mehr vorschlagen</translation>
        </message>
        <message>
            <source>Look again for faces that the network is unsure about and that are different</source>
            <translation>Noch einmal nach Gesichtern suchen, bei denen das Netz unsicher ist und die anders sind</translation>
        </message>
        <message>
            <source>All suggested faces are marked.</source>
            <translation>Alle vorgeschlagenen Gesichter haben Punkte.</translation>
        </message>
        <message>
            <source>%1 of %2 suggested faces are left.</source>
            <translation>%1 von %2 vorgeschlagenen Gesichtern sind übrig.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SaveDialogs</name>
        <message>
            <source>… and %1 more</source>
            <translation>… und %1 mehr</translation>
        </message>
        <message>
            <source>Save as project…</source>
            <translation>Als Projekt speichern…</translation>
        </message>
        <message>
            <source>Save as a project that refers to the pictures</source>
            <translation>Als Projekt speichern, das auf die Bilder verweist</translation>
        </message>
        <message>
            <source>Projects (*.rudolph)</source>
            <translation>Projekte (*.rudolph)</translation>
        </message>
        <message>
            <source>Saving as %1 loses something</source>
            <translation>Beim Speichern als %1 geht etwas verloren</translation>
        </message>
        <message>
            <source>A project keeps everything.</source>
            <translation>Ein Projekt behält alles.</translation>
        </message>
        <message>
            <source>Save anyway</source>
            <translation>Trotzdem speichern</translation>
        </message>
        <message>
            <source>Someone else has changed these files</source>
            <translation>Jemand anders hat diese Dateien geändert</translation>
        </message>
        <message>
            <source>Saving would write over their changes. Your edits are safe in the journal meanwhile.</source>
            <translation>Speichern würde diese Änderungen überschreiben. Die eigenen Änderungen sind solange im Journal sicher.</translation>
        </message>
        <message>
            <source>Overwrite</source>
            <translation>Überschreiben</translation>
        </message>
        <message>
            <source>Save the edits of “%1”?</source>
            <translation>Änderungen an „%1“ speichern?</translation>
        </message>
        <message>
            <source>They have not been saved yet.</source>
            <translation>Sie sind noch nicht gespeichert.</translation>
        </message>
        <message numerus="yes">
            <source>The last edit was made on %1; %n pictures were changed and not saved. Restoring is one step that can be undone.</source>
            <translation>
                <numerusform>Die letzte Änderung war am %1; %n Bild wurde geändert und nicht gespeichert. Das Wiederherstellen ist ein Schritt, der sich rückgängig machen lässt.</numerusform>
                <numerusform>Die letzte Änderung war am %1; %n Bilder wurden geändert und nicht gespeichert. Das Wiederherstellen ist ein Schritt, der sich rückgängig machen lässt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n broken entries are left out.</source>
            <translation>
                <numerusform>%n beschädigter Eintrag wird ausgelassen.</numerusform>
                <numerusform>%n beschädigte Einträge werden ausgelassen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Restore unsaved edits?</source>
            <translation>Ungespeicherte Änderungen wiederherstellen?</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Delete them</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Ask again next time</source>
            <translation>Beim nächsten Mal fragen</translation>
        </message>
        <message>
            <source>The faces could not be saved</source>
            <translation>Die Gesichter konnten nicht gespeichert werden</translation>
        </message>
        <message>
            <source>Nothing is lost: all edits are still here and unsaved.</source>
            <translation>Nichts ist verloren: alle Änderungen sind noch da, ungespeichert.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SchemeCanvas</name>
        <message>
            <source>Drawing of the points</source>
            <translation>Zeichnung der Punkte</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SchemeEditor</name>
        <message>
            <source>Landmark scheme</source>
            <translation>Punkteschema</translation>
        </message>
        <message>
            <source>&amp;Points</source>
            <translation>&amp;Punkte</translation>
        </message>
        <message>
            <source>&amp;Lines</source>
            <translation>&amp;Linien</translation>
        </message>
        <message>
            <source>Pai&amp;rs</source>
            <translation>P&amp;aare</translation>
        </message>
        <message>
            <source>&amp;Measures</source>
            <translation>&amp;Maße</translation>
        </message>
        <message>
            <source>Landmark scheme[*]</source>
            <translation>Punkteschema[*]</translation>
        </message>
        <message>
            <source>Delete a scheme</source>
            <translation>Schema löschen</translation>
        </message>
        <message>
            <source>Delete the scheme “%1”?</source>
            <translation>Das Schema „%1“ löschen?</translation>
        </message>
        <message>
            <source>Faces that were annotated with it keep their points.</source>
            <translation>Gesichter, die damit annotiert wurden, behalten ihre Punkte.</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>The scheme was not deleted</source>
            <translation>Das Schema wurde nicht gelöscht</translation>
        </message>
        <message>
            <source>Open a landmark scheme</source>
            <translation>Punkteschema öffnen</translation>
        </message>
        <message>
            <source>Schemes (*.json);;All files (*)</source>
            <translation>Schemas (*.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Save the landmark scheme as a file</source>
            <translation>Punkteschema als Datei speichern</translation>
        </message>
        <message>
            <source>Schemes (*.json)</source>
            <translation>Schemas (*.json)</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>%1 öffnen</translation>
        </message>
        <message>
            <source>The scheme cannot be opened</source>
            <translation>Das Schema lässt sich nicht öffnen</translation>
        </message>
        <message>
            <source>The scheme was not saved</source>
            <translation>Das Schema wurde nicht gespeichert</translation>
        </message>
        <message>
            <source>Save the changes to this scheme?</source>
            <translation>Änderungen an diesem Schema speichern?</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>It cannot be saved yet: %1</source>
            <translation>Es lässt sich noch nicht speichern: %1</translation>
        </message>
        <message>
            <source>The scheme is complete.</source>
            <translation>Das Schema ist vollständig.</translation>
        </message>
        <message>
            <source>Start from</source>
            <translation>Beginnen mit</translation>
        </message>
        <message>
            <source>ears-12</source>
            <translation>ohren-12</translation>
        </message>
        <message>
            <source>As files and settings refer to it: letters, digits, “-”, “_”, “.”</source>
            <translation>Wie Dateien und Einstellungen es nennen: Buchstaben, Ziffern, „-“, „_“, „.“</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Ears, 12 points</source>
            <translation>Ohren, 12 Punkte</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Change the name</source>
            <translation>Namen ändern</translation>
        </message>
        <message>
            <source>Change the title</source>
            <translation>Titel ändern</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Ctrl+Shift+Z</source>
            <translation>Ctrl+Shift+Z</translation>
        </message>
        <message>
            <source>Ctrl+Y</source>
            <translation>Ctrl+Y</translation>
        </message>
        <message>
            <source>What has to be put right</source>
            <translation>Was noch zu berichtigen ist</translation>
        </message>
        <message>
            <source>Save as a file…</source>
            <translation>Als Datei speichern…</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SchemeLinesTab</name>
        <message>
            <source>Lines</source>
            <translation>Linien</translation>
        </message>
        <message>
            <source>&amp;Closed: the last point joins the first</source>
            <translation>&amp;Geschlossen: vom letzten Punkt zum ersten</translation>
        </message>
        <message>
            <source>Rename a line</source>
            <translation>Linie umbenennen</translation>
        </message>
        <message>
            <source>Close a line</source>
            <translation>Linie schließen</translation>
        </message>
        <message>
            <source>Open a line</source>
            <translation>Linie öffnen</translation>
        </message>
        <message>
            <source>New line</source>
            <translation>Neue Linie</translation>
        </message>
        <message>
            <source>Then click on its points in order</source>
            <translation>Danach ihre Punkte der Reihe nach anklicken</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove the chosen line</source>
            <translation>Gewählte Linie entfernen</translation>
        </message>
        <message>
            <source>Click on the points of the line in order. Click on its last point again to take it back.</source>
            <translation>Die Punkte der Linie der Reihe nach anklicken. Noch einmal auf ihren letzten Punkt klicken nimmt ihn zurück.</translation>
        </message>
        <message>
            <source>Begin with a new line.</source>
            <translation>Mit einer neuen Linie beginnen.</translation>
        </message>
        <message>
            <source>Shorten a line</source>
            <translation>Linie kürzen</translation>
        </message>
        <message>
            <source>Lengthen a line</source>
            <translation>Linie verlängern</translation>
        </message>
        <message>
            <source>line %1</source>
            <translation>Linie %1</translation>
        </message>
        <message>
            <source>Add a line</source>
            <translation>Linie hinzufügen</translation>
        </message>
        <message>
            <source>Remove a line</source>
            <translation>Linie entfernen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SchemeMeasuresTab</name>
        <message>
            <source>Divide errors by a &amp;distance</source>
            <translation>Fehler durch einen A&amp;bstand teilen</translation>
        </message>
        <message>
            <source>Nose tip</source>
            <translation>Nasenspitze</translation>
        </message>
        <message>
            <source>Choose the nose tip</source>
            <translation>Nasenspitze wählen</translation>
        </message>
        <message>
            <source>Else by the size of the face’s bounding box, √(w·h)</source>
            <translation>Sonst durch die Größe des Rahmens um alle Punkte, √(w·h)</translation>
        </message>
        <message>
            <source>Name of the distance</source>
            <translation>Name des Abstands</translation>
        </message>
        <message>
            <source>Name the distance</source>
            <translation>Abstand benennen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Pick</source>
            <translation>Wählen</translation>
        </message>
        <message>
            <source>Then click on the drawing; several points: their mean</source>
            <translation>Danach in die Zeichnung klicken; mehrere Punkte: ihr Mittel</translation>
        </message>
        <message>
            <source>Not one of the points</source>
            <translation>Keiner der Punkte</translation>
        </message>
        <message>
            <source>no point yet</source>
            <translation>noch kein Punkt</translation>
        </message>
        <message>
            <source>The error of a point is divided by this distance, so that faces of all sizes compare.</source>
            <translation>Der Fehler eines Punktes wird durch diesen Abstand geteilt, damit Gesichter aller Größen vergleichbar sind.</translation>
        </message>
        <message>
            <source>Pick a point of the distance</source>
            <translation>Punkt des Abstands wählen</translation>
        </message>
        <message>
            <source>Divide errors by a distance</source>
            <translation>Fehler durch einen Abstand teilen</translation>
        </message>
        <message>
            <source>Divide errors by the bounding box</source>
            <translation>Fehler durch den Rahmen aller Punkte teilen</translation>
        </message>
        <message>
            <source>inter-ocular</source>
            <translation>Augenabstand</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SchemeMenu</name>
        <message numerus="yes">
            <source>%1, %n points</source>
            <translation>
                <numerusform>%1, %n Punkt</numerusform>
                <numerusform>%1, %n Punkte</numerusform>
            </translation>
        </message>
        <message>
            <source>Change this scheme…</source>
            <translation>Dieses Schema ändern…</translation>
        </message>
        <message>
            <source>Make a scheme…</source>
            <translation>Schema erstellen…</translation>
        </message>
        <message>
            <source>The files count pixels from 0</source>
            <translation>Die Dateien zählen Pixel ab 0</translation>
        </message>
        <message>
            <source>iBUG's .pts files count from 1; some copies count from 0, and would be shifted by a pixel</source>
            <translation>iBUGs .pts-Dateien zählen ab 1; manche Kopien zählen ab 0 und lägen sonst um einen Pixel daneben</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>Andere</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SchemePairsTab</name>
        <message>
            <source>Pairs</source>
            <translation>Paare</translation>
        </message>
        <message>
            <source>&amp;Faces with these points can be mirrored</source>
            <translation>&amp;Gesichter mit diesen Punkten lassen sich spiegeln</translation>
        </message>
        <message>
            <source>Allow mirroring</source>
            <translation>Spiegeln erlauben</translation>
        </message>
        <message>
            <source>Allow no mirroring</source>
            <translation>Spiegeln nicht erlauben</translation>
        </message>
        <message>
            <source>Pair what lies as in a mirror</source>
            <translation>Paaren, was wie im Spiegel liegt</translation>
        </message>
        <message>
            <source>Suggest</source>
            <translation>Vorschlagen</translation>
        </message>
        <message>
            <source>Pair the points that lie as in a mirror</source>
            <translation>Die Punkte paaren, die wie im Spiegel liegen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove the chosen pair</source>
            <translation>Gewähltes Paar entfernen</translation>
        </message>
        <message>
            <source>Now click on the partner of “%1”, or on it again when it lies on the axis.</source>
            <translation>Jetzt den Partner von „%1“ anklicken, oder noch einmal ihn selbst, wenn er auf der Achse liegt.</translation>
        </message>
        <message>
            <source>Click on a point, then on its partner on the other side. Points in no pair lie on the axis.</source>
            <translation>Einen Punkt anklicken, dann seinen Partner auf der anderen Seite. Punkte ohne Paar liegen auf der Achse.</translation>
        </message>
        <message>
            <source>Put a point on the axis</source>
            <translation>Punkt auf die Achse legen</translation>
        </message>
        <message>
            <source>Pair two points</source>
            <translation>Zwei Punkte paaren</translation>
        </message>
        <message>
            <source>Remove a pair</source>
            <translation>Paar entfernen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SchemePointsTab</name>
        <message>
            <source>Points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <source>Rename a point</source>
            <translation>Punkt umbenennen</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>A point at the end of the list, to be placed</source>
            <translation>Ein Punkt am Ende der Liste, der noch zu setzen ist</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove the chosen point</source>
            <translation>Gewählten Punkt entfernen</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>The chosen point comes earlier</source>
            <translation>Der gewählte Punkt kommt früher</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>The chosen point comes later</source>
            <translation>Der gewählte Punkt kommt später</translation>
        </message>
        <message>
            <source>Not placed yet</source>
            <translation>Noch nicht gesetzt</translation>
        </message>
        <message>
            <source>Click to add a point or to place the one that is chosen; drag to move it. Double-click a name to change it.</source>
            <translation>Klicken, um einen Punkt hinzuzufügen oder den gewählten zu setzen; ziehen, um ihn zu verschieben. Doppelklick auf einen Namen ändert ihn.</translation>
        </message>
        <message>
            <source>Place %1</source>
            <translation>%1 setzen</translation>
        </message>
        <message>
            <source>Add %1</source>
            <translation>%1 hinzufügen</translation>
        </message>
        <message>
            <source>Move %1</source>
            <translation>%1 verschieben</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>%1 entfernen</translation>
        </message>
        <message>
            <source>Reorder the points</source>
            <translation>Punkte umordnen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SchemeStartMenu</name>
        <message>
            <source>An empty scheme</source>
            <translation>Ein leeres Schema</translation>
        </message>
        <message>
            <source>Start with an empty scheme</source>
            <translation>Mit einem leeren Schema beginnen</translation>
        </message>
        <message>
            <source>Start from %1</source>
            <translation>Mit %1 beginnen</translation>
        </message>
        <message>
            <source>%1 cannot be used</source>
            <translation>%1 ist nicht verwendbar</translation>
        </message>
        <message>
            <source>A file…</source>
            <translation>Eine Datei…</translation>
        </message>
        <message>
            <source>Delete a scheme</source>
            <translation>Schema löschen</translation>
        </message>
        <message>
            <source>A published scheme</source>
            <translation>Ein veröffentlichtes Schema</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SchemeStore</name>
        <message>
            <source>The name “%1” is that of a scheme that comes with the program.</source>
            <translation>Der Name „%1“ gehört einem Schema, das mit dem Programm kommt.</translation>
        </message>
        <message>
            <source>The name “%1” is also that of %2.</source>
            <translation>Der Name „%1“ ist auch der von %2.</translation>
        </message>
        <message>
            <source>There is no scheme “%1” of yours.</source>
            <translation>Es gibt kein eigenes Schema „%1“.</translation>
        </message>
        <message>
            <source>The scheme cannot be removed: %1</source>
            <translation>Das Schema lässt sich nicht entfernen: %1</translation>
        </message>
        <message>
            <source>Check that you may write there.</source>
            <translation>Prüfen, ob dort geschrieben werden darf.</translation>
        </message>
        <message>
            <source>The scheme has no name.</source>
            <translation>Das Schema hat keinen Namen.</translation>
        </message>
        <message>
            <source>A name is made of letters, digits, “-”, “_” and “.”, as in “ears-12”.</source>
            <translation>Ein Name besteht aus Buchstaben, Ziffern, „-“, „_“ und „.“, wie in „ohren-12“.</translation>
        </message>
        <message>
            <source>“%1” comes with the program: give yours another name.</source>
            <translation>„%1“ kommt mit dem Programm: dem eigenen Schema einen anderen Namen geben.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SetupDescriber</name>
        <message>
            <source>Time and memory are estimated when nothing is trained.</source>
            <translation>Zeit und Speicher werden geschätzt, wenn nichts trainiert wird.</translation>
        </message>
        <message>
            <source>Estimating time and memory…</source>
            <translation>Zeit und Speicher werden geschätzt…</translation>
        </message>
    </context>
    <context>
        <name>rudolph::ShortcutsDialog</name>
        <message>
            <source>Keyboard and mouse</source>
            <translation>Tastatur und Maus</translation>
        </message>
        <message>
            <source>Search actions and keys</source>
            <translation>Aktionen und Tasten durchsuchen</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>Keys and mouse</source>
            <translation>Tasten und Maus</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>Aktionen und ihre Tasten</translation>
        </message>
        <message>
            <source>No action and no key of that name.</source>
            <translation>Keine Aktion und keine Taste dieses Namens.</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>Alle zurücksetzen</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>&amp;Key:</source>
            <translation>&amp;Taste:</translation>
        </message>
        <message>
            <source>&amp;or:</source>
            <translation>&amp;oder:</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Taste</translation>
        </message>
        <message>
            <source>Second key</source>
            <translation>Zweite Taste</translation>
        </message>
        <message>
            <source>Use it here</source>
            <translation>Hier verwenden</translation>
        </message>
        <message>
            <source>%1 is also the key of “%2”.</source>
            <translation>%1 ist auch die Taste von „%2“.</translation>
        </message>
        <message>
            <source>Changed; has no key of its own</source>
            <translation>Geändert; hat von sich aus keine Taste</translation>
        </message>
        <message>
            <source>Changed; its own key is %1</source>
            <translation>Geändert; die ursprüngliche Taste ist %1</translation>
        </message>
        <message>
            <source>“%1” cannot be changed.</source>
            <translation>„%1“ lässt sich nicht ändern.</translation>
        </message>
        <message>
            <source>Choose an action to change its keys.</source>
            <translation>Eine Aktion wählen, um ihre Tasten zu ändern.</translation>
        </message>
        <message>
            <source>%1 belongs to %2 and cannot be given away.</source>
            <translation>%1 gehört zu %2 und lässt sich nicht vergeben.</translation>
        </message>
        <message>
            <source>%1 is the key of %2 already.</source>
            <translation>%1 ist schon die Taste von %2.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::ShownFace</name>
        <message>
            <source>No face matches the filters.</source>
            <translation>Kein Gesicht passt zu den Filtern.</translation>
        </message>
        <message>
            <source>None of the faces could be read. The list of problems says why.</source>
            <translation>Keines der Gesichter war lesbar. Die Liste der Probleme sagt, warum.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SweepAxisRow</name>
        <message>
            <source>Setting</source>
            <translation>Einstellung</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>Werte</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>Bereich</translation>
        </message>
        <message>
            <source>How values are chosen</source>
            <translation>Wie Werte gewählt werden</translation>
        </message>
        <message>
            <source>Do not sweep over this setting</source>
            <translation>Diese Einstellung nicht variieren</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>logarithmic</source>
            <translation>logarithmisch</translation>
        </message>
        <message>
            <source>Equal factors between values, as suits learning rates</source>
            <translation>Gleiche Faktoren zwischen den Werten, passend für Lernraten</translation>
        </message>
        <message>
            <source>to</source>
            <translation>bis</translation>
        </message>
        <message>
            <source>Separated by semicolons</source>
            <translation>Durch Semikolons getrennt</translation>
        </message>
        <message>
            <source>Separated by semicolons: %1</source>
            <translation>Durch Semikolons getrennt: %1</translation>
        </message>
        <message>
            <source>Values, separated by semicolons</source>
            <translation>Werte, durch Semikolons getrennt</translation>
        </message>
        <message>
            <source>From %1 to %2 %3</source>
            <translation>Von %1 bis %2 %3</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SweepDialog</name>
        <message>
            <source>Sweep over settings</source>
            <translation>Versuchsreihe über Einstellungen</translation>
        </message>
        <message>
            <source>Each experiment is “%1” with other values of the settings chosen here.</source>
            <translation>Jedes Experiment ist „%1“ mit anderen Werten der hier gewählten Einstellungen.</translation>
        </message>
        <message>
            <source>Another setting</source>
            <translation>Weitere Einstellung</translation>
        </message>
        <message>
            <source>Experiments</source>
            <translation>Experimente</translation>
        </message>
        <message>
            <source>Every combination</source>
            <translation>Jede Kombination</translation>
        </message>
        <message>
            <source>Random draws</source>
            <translation>Zufällige Ziehungen</translation>
        </message>
        <message>
            <source>Number of draws</source>
            <translation>Zahl der Ziehungen</translation>
        </message>
        <message>
            <source>seed </source>
            <translation>Startwert </translation>
        </message>
        <message>
            <source>Seed of the draws</source>
            <translation>Startwert der Ziehungen</translation>
        </message>
        <message>
            <source>Experiments: %1</source>
            <translation>Experimente: %1</translation>
        </message>
        <message>
            <source>; left out, as they cannot be trained: %1 (%2)</source>
            <translation>; ausgelassen, weil nicht trainierbar: %1 (%2)</translation>
        </message>
        <message>
            <source>Each is trained once: a search makes no studies.</source>
            <translation>Jedes wird einmal trainiert: Eine Suche macht keine Studien.</translation>
        </message>
        <message>
            <source>each a study of %1: %2 trainings</source>
            <translation>jedes eine Studie mit %1: %2 Trainings</translation>
        </message>
        <message>
            <source>Add to queue</source>
            <translation>Einreihen</translation>
        </message>
        <message>
            <source>Successive halving</source>
            <translation>Schrittweise Auslese</translation>
        </message>
        <message>
            <source>Random draws, of which the poor ones are stopped early and the best trained to the end</source>
            <translation>Zufällige Ziehungen, von denen die schlechten früh beendet und die besten bis zum Ende trainiert werden</translation>
        </message>
        <message>
            <source>One in so many goes on</source>
            <translation>Eines von so vielen geht weiter</translation>
        </message>
        <message>
            <source>Epochs before the first comparison</source>
            <translation>Epochen bis zum ersten Vergleich</translation>
        </message>
        <message>
            <source>The most that it may take</source>
            <translation>Was es höchstens kosten darf</translation>
        </message>
        <message>
            <source>epochs in all</source>
            <translation>Epochen insgesamt</translation>
        </message>
        <message>
            <source>minutes of training</source>
            <translation>Minuten Training</translation>
        </message>
        <message>
            <source>What the budget counts</source>
            <translation>Was das Budget zählt</translation>
        </message>
        <message>
            <source>Compare first after</source>
            <translation>Erster Vergleich nach</translation>
        </message>
        <message>
            <source>epochs; one in</source>
            <translation>Epochen; eines von</translation>
        </message>
        <message>
            <source>goes on; at most</source>
            <translation>geht weiter; höchstens</translation>
        </message>
    </context>
    <context>
        <name>rudolph::TrainPage</name>
        <message>
            <source>Find a learning rate…</source>
            <translation>Lernrate finden…</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Start training</source>
            <translation>Training starten</translation>
        </message>
        <message>
            <source>Add these settings to the queue</source>
            <translation>Diese Einstellungen in die Warteschlange stellen</translation>
        </message>
        <message>
            <source>Start the queue</source>
            <translation>Warteschlange starten</translation>
        </message>
        <message>
            <source>Sweep settings…</source>
            <translation>Reihe von Einstellungen…</translation>
        </message>
        <message>
            <source>Pause or resume the training</source>
            <translation>Training anhalten oder fortsetzen</translation>
        </message>
        <message>
            <source>Finish the training early</source>
            <translation>Training früher beenden</translation>
        </message>
        <message>
            <source>Stop the training</source>
            <translation>Training abbrechen</translation>
        </message>
        <message>
            <source>Train the last run further</source>
            <translation>Den letzten Lauf weiter trainieren</translation>
        </message>
        <message>
            <source>That did not work: %1</source>
            <translation>Das hat nicht geklappt: %1</translation>
        </message>
        <message>
            <source>Nothing to train on yet</source>
            <translation>Noch nichts zum Trainieren</translation>
        </message>
        <message>
            <source>Here a network learns to find the points of faces while you watch its loss fall. Open annotated faces first, or make some.</source>
            <translation>Hier lernt ein Netz, die Punkte von Gesichtern zu finden, während sein Verlust zusehends fällt. Zuerst annotierte Gesichter öffnen oder welche erzeugen.</translation>
        </message>
        <message>
            <source>Make demo faces</source>
            <translation>Demo-Gesichter erzeugen</translation>
        </message>
        <message>
            <source>Open a folder…</source>
            <translation>Ordner öffnen…</translation>
        </message>
        <message>
            <source>Look at the cases</source>
            <translation>Fälle ansehen</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>Trainieren</translation>
        </message>
    </context>
    <context>
        <name>rudolph::DownloadOffer</name>
        <message>
            <source>%1 MB</source>
            <translation>%1 MB</translation>
        </message>
        <message>
            <source>Progress of the download</source>
            <translation>Fortschritt des Herunterladens</translation>
        </message>
        <message>
            <source>Cancelled. The next try goes on where this one ended.</source>
            <translation>Abgebrochen. Der nächste Versuch macht da weiter, wo dieser aufhörte.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Download (%1)…</source>
            <translation>Herunterladen (%1)…</translation>
        </message>
    </context>
    <context>
        <name>rudolph::WeightsPanel</name>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 und %2 weitere</translation>
        </message>
        <message>
            <source>%1 of %2 tensors come from %3.</source>
            <translation>%1 von %2 Tensoren kommen aus %3.</translation>
        </message>
        <message>
            <source>Made for colour, summed for grey pictures: %1.</source>
            <translation>Für Farbe gemacht, für graue Bilder summiert: %1.</translation>
        </message>
        <message>
            <source>Of another shape, so they start at random: %1.</source>
            <translation>Von anderer Form, darum zufällig begonnen: %1.</translation>
        </message>
        <message>
            <source>Not in that file, so they start at random: %1.</source>
            <translation>Nicht in der Datei, darum zufällig begonnen: %1.</translation>
        </message>
        <message>
            <source>Without a place here, so they are left out: %1.</source>
            <translation>Ohne Platz hier, darum weggelassen: %1.</translation>
        </message>
        <message>
            <source>Downloading weights</source>
            <translation>Gewichte werden heruntergeladen</translation>
        </message>
        <message>
            <source>%1: these weights are not here, so training would start at random. Their file (licence %2, learnt from ImageNet, whose own terms may limit its use) comes from %3; of its SHA-256 the first digits, %4, are known and checked.</source>
            <translation>%1: Diese Gewichte sind nicht hier, das Training begänne zufällig. Ihre Datei (Lizenz %2, gelernt aus ImageNet, dessen eigene Bedingungen die Nutzung einschränken können) kommt von %3; von ihrer SHA-256 sind die ersten Ziffern, %4, bekannt und werden geprüft.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RateDialog</name>
        <message>
            <source>Find a learning rate</source>
            <translation>Lernrate finden</translation>
        </message>
        <message>
            <source>Trying learning rates</source>
            <translation>Lernraten werden versucht</translation>
        </message>
        <message>
            <source>Cancelled; no rate was tried to the end.</source>
            <translation>Abgebrochen; es gibt keine Kurve.</translation>
        </message>
        <message>
            <source>A training has begun and needs all processors, so this was stopped.</source>
            <translation>Ein Training hat begonnen und braucht alle Prozessoren, darum wurde dies abgebrochen.</translation>
        </message>
        <message>
            <source>Trains a hundred steps while the learning rate rises from tiny to far too large, and keeps nothing. A good rate is where the loss falls fastest.</source>
            <translation>Trainiert hundert Schritte, während die Lernrate von winzig bis viel zu groß steigt, und behält nichts davon. Gut ist die Rate, bei der der Verlust am schnellsten fällt.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>Rate %1</source>
            <translation>Rate %1</translation>
        </message>
        <message>
            <source>smoothed</source>
            <translation>geglättet</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Here the loss will be drawn over the rates.</source>
            <translation>Hier wird der Verlust über den Raten gezeichnet.</translation>
        </message>
        <message>
            <source>Open annotated faces first</source>
            <translation>Öffnen Sie zuerst annotierte Gesichter</translation>
        </message>
        <message>
            <source>Settings that are marked in the form must be changed first.</source>
            <translation>Einstellungen, die im Formular markiert sind, müssen zuerst geändert werden.</translation>
        </message>
        <message>
            <source>proposed</source>
            <translation>vorgeschlagen</translation>
        </message>
        <message>
            <source>No clear valley: no rate made the loss fall. A larger batch or more faces may show one; 0.001 suits Adam.</source>
            <translation>Kein klares Tal: Bei keiner Rate fiel der Verlust. Ein größerer Batch oder mehr Gesichter zeigen vielleicht eines; 0,001 passt zu Adam.</translation>
        </message>
        <message>
            <source>No clear valley: the loss fell by %1 only, fastest at %2, which may be chance. A larger batch or more faces would tell more.</source>
            <translation>Kein klares Tal: Der Verlust fiel nur um %1, am schnellsten bei %2; das kann Zufall sein. Ein größerer Batch oder mehr Gesichter sagten mehr.</translation>
        </message>
        <message>
            <source>The loss fell by %1, fastest at a rate of %2, which is ringed.</source>
            <translation>Der Verlust fiel um %1, am schnellsten bei der Rate %2, die eingekreist ist.</translation>
        </message>
        <message>
            <source>Settings have changed since; try again to be sure.</source>
            <translation>Seitdem haben sich Einstellungen geändert; versuchen Sie es zur Sicherheit noch einmal.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal</translation>
        </message>
        <message>
            <source>A training goes on and needs all processors</source>
            <translation>Ein Training läuft und braucht alle Prozessoren</translation>
        </message>
        <message>
            <source>Use this rate (%1)</source>
            <translation>Diese Rate nehmen (%1)</translation>
        </message>
        <message>
            <source>Use this rate</source>
            <translation>Diese Rate nehmen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::TrainSetup</name>
        <message>
            <source>Find a rate…</source>
            <translation>Rate finden…</translation>
        </message>
        <message>
            <source>%1 (not here yet)</source>
            <translation>%1 (noch nicht hier)</translation>
        </message>
        <message>
            <source>%1 · NME %2 · %3</source>
            <translation>%1 · NME %2 · %3</translation>
        </message>
        <message>
            <source>A training goes on and needs all processors</source>
            <translation>Ein Training läuft und braucht alle Prozessoren</translation>
        </message>
        <message>
            <source>Tries rising learning rates and proposes one</source>
            <translation>Versucht steigende Lernraten und schlägt eine vor</translation>
        </message>
        <message>
            <source>See it</source>
            <translation>Ansehen</translation>
        </message>
        <message>
            <source>Shows faces as training will get them</source>
            <translation>Zeigt Gesichter, wie das Training sie bekommt</translation>
        </message>
        <message>
            <source>Start training</source>
            <translation>Training starten</translation>
        </message>
        <message>
            <source>Add to queue</source>
            <translation>Einreihen</translation>
        </message>
        <message>
            <source>Trains these settings after all that wait</source>
            <translation>Trainiert diese Einstellungen nach allen, die warten</translation>
        </message>
        <message>
            <source>Another training goes on; add this one to the queue</source>
            <translation>Ein anderes Training läuft; dieses einreihen</translation>
        </message>
        <message>
            <source>%1 weights to learn</source>
            <translation>%1 Gewichte zu lernen</translation>
        </message>
        <message>
            <source>Open annotated faces first</source>
            <translation>Öffnen Sie zuerst annotierte Gesichter</translation>
        </message>
        <message numerus="yes">
            <source>%n setting(s) must be changed before training</source>
            <translation>
                <numerusform>%n Einstellung ist vor dem Training zu ändern</numerusform>
                <numerusform>%n Einstellungen sind vor dem Training zu ändern</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::TrainingChart</name>
        <message>
            <source>Epoch %1</source>
            <translation>Epoche %1</translation>
        </message>
        <message>
            <source>What the chart shows</source>
            <translation>Was das Diagramm zeigt</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>NME</source>
            <translation>NME</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>&amp;Logarithmic</source>
            <translation>&amp;Logarithmisch</translation>
        </message>
        <message>
            <source>Equal steps up the axis are equal factors</source>
            <translation>Gleiche Schritte auf der Achse sind gleiche Faktoren</translation>
        </message>
        <message>
            <source>Smoothing</source>
            <translation>Glättung</translation>
        </message>
        <message>
            <source>Draws a running average; the values themselves stay, pale, behind it</source>
            <translation>Zeichnet ein laufendes Mittel; die Werte selbst bleiben blass dahinter</translation>
        </message>
        <message>
            <source>Smoothing %1</source>
            <translation>Glättung %1</translation>
        </message>
        <message>
            <source>training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>NME (%)</source>
            <translation>NME (%)</translation>
        </message>
        <message>
            <source>learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>the best</source>
            <translation>das Beste</translation>
        </message>
        <message>
            <source>Loss (mean squared error)</source>
            <translation>Verlust (mittlerer quadratischer Fehler)</translation>
        </message>
    </context>
    <context>
        <name>rudolph::TrainingControls</name>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Waits before the next batch; nothing is lost</source>
            <translation>Wartet vor dem nächsten Batch; nichts geht verloren</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Finish early</source>
            <translation>Früher beenden</translation>
        </message>
        <message>
            <source>Ends after this epoch and measures the best network</source>
            <translation>Endet nach dieser Epoche und misst das beste Netz</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message numerus="yes">
            <source>%n epoch(s)</source>
            <translation>
                <numerusform>%n Epoche</numerusform>
                <numerusform>%n Epochen</numerusform>
            </translation>
        </message>
        <message>
            <source>Epochs more</source>
            <translation>Weitere Epochen</translation>
        </message>
        <message>
            <source>Train further</source>
            <translation>Weiter trainieren</translation>
        </message>
        <message>
            <source>Goes on with this run where it ended</source>
            <translation>Setzt diesen Lauf fort, wo er endete</translation>
        </message>
        <message>
            <source>Reading pictures: %1 of %2</source>
            <translation>Bilder werden gelesen: %1 von %2</translation>
        </message>
        <message>
            <source>Getting ready</source>
            <translation>Wird vorbereitet</translation>
        </message>
        <message>
            <source>Measuring the best network, on faces made hard too: %1 of %2</source>
            <translation>Das beste Netz wird gemessen, auch auf erschwerten Gesichtern: %1 von %2</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Pausiert</translation>
        </message>
        <message>
            <source>Stopping… what has been learnt is kept</source>
            <translation>Wird gestoppt… das Gelernte bleibt erhalten</translation>
        </message>
        <message>
            <source>%1 · epoch %2 of %3: %4 · %5 faces/s</source>
            <translation>%1 · Epoche %2 von %3: %4 · %5 Gesichter/s</translation>
        </message>
        <message>
            <source>Ends now, a study as a whole; what there is is kept and can go on later</source>
            <translation>Endet jetzt, eine Studie als Ganzes; was da ist, bleibt und kann später weitergehen</translation>
        </message>
    </context>
    <context>
        <name>rudolph::TrainingFigures</name>
        <message>
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>NME</source>
            <translation>NME</translation>
        </message>
        <message>
            <source>Mean error</source>
            <translation>Mittlerer Fehler</translation>
        </message>
        <message>
            <source>Mean distance of predictions from the truth on the validation faces, in pixels of the pictures</source>
            <translation>Mittlerer Abstand der Vorhersagen von der Wahrheit auf den Validierungsgesichtern, in Pixeln der Bilder</translation>
        </message>
        <message>
            <source>Validation loss</source>
            <translation>Validierungsverlust</translation>
        </message>
        <message>
            <source>Mean squared error on normalised coordinates, whichever loss training makes small, on faces that the network never learns from</source>
            <translation>Mittlerer quadratischer Fehler normalisierter Koordinaten, gleich welchen Verlust das Training klein macht, auf Gesichtern, aus denen das Netz nie lernt</translation>
        </message>
        <message>
            <source>Training loss</source>
            <translation>Trainingsverlust</translation>
        </message>
        <message>
            <source>The same on the training faces, mean of the epoch</source>
            <translation>Dasselbe auf den Trainingsgesichtern, Mittel der Epoche</translation>
        </message>
        <message>
            <source>Best epoch</source>
            <translation>Beste Epoche</translation>
        </message>
        <message>
            <source>The one whose network is kept as the best</source>
            <translation>Die, deren Netz als bestes behalten wird</translation>
        </message>
        <message>
            <source>Normalised mean error: the mean error over the %1</source>
            <translation>Normalisierter mittlerer Fehler: der mittlere Fehler, geteilt durch: %1</translation>
        </message>
    </context>
    <context>
        <name>rudolph::TrainingQueue</name>
        <message>
            <source>waiting, epochs: %1</source>
            <translation>wartet, Epochen: %1</translation>
        </message>
        <message>
            <source>goes on to epoch %1</source>
            <translation>weiter bis Epoche %1</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>gestoppt</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>is being trained</source>
            <translation>wird gerade trainiert</translation>
        </message>
        <message>
            <source>waiting, %1, epochs: %2</source>
            <translation>wartet, %1, Epochen: %2</translation>
        </message>
        <message>
            <source>goes on with %1</source>
            <translation>geht weiter mit %1</translation>
        </message>
        <message>
            <source>is being trained, run %1 of %2</source>
            <translation>wird trainiert, Lauf %1 von %2</translation>
        </message>
        <message>
            <source>training runs %1 of %2</source>
            <translation>trainiert Läufe %1 von %2</translation>
        </message>
        <message numerus="yes">
            <source>%n seed(s)</source>
            <translation>
                <numerusform>%n Startwert</numerusform>
                <numerusform>%n Startwerte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fold(s)</source>
            <translation>
                <numerusform>%n Gruppe</numerusform>
                <numerusform>%n Gruppen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rudolph::TrainingView</name>
        <message>
            <source>The loss on the training and validation faces will be drawn here.
“Start training” starts it.</source>
            <translation>Hier wird der Verlust auf den Trainings- und Validierungsgesichtern gezeichnet.
„Training starten“ beginnt.</translation>
        </message>
        <message>
            <source>After each epoch: validation faces with the truth in green and predictions in red.</source>
            <translation>Nach jeder Epoche: Validierungsgesichter mit der Wahrheit in Grün und Vorhersagen in Rot.</translation>
        </message>
        <message>
            <source>Faces</source>
            <translation>Gesichter</translation>
        </message>
        <message>
            <source>First layer</source>
            <translation>Erste Schicht</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>The first epoch is on its way.</source>
            <translation>Die erste Epoche läuft.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::Trainings</name>
        <message>
            <source>NME %1</source>
            <translation>NME %1</translation>
        </message>
        <message>
            <source>Preparing to train</source>
            <translation>Training wird vorbereitet</translation>
        </message>
        <message>
            <source>Measuring the best network</source>
            <translation>Das beste Netz wird gemessen</translation>
        </message>
        <message>
            <source>This run still goes on.</source>
            <translation>Dieser Lauf läuft noch.</translation>
        </message>
        <message>
            <source>This run ended before its first epoch was over: there is nothing to go on from. Train its experiment anew.</source>
            <translation>Dieser Lauf endete, bevor seine erste Epoche vorbei war: es gibt nichts, womit er weitergehen könnte. Sein Experiment ist neu zu trainieren.</translation>
        </message>
        <message>
            <source>Training is paused</source>
            <translation>Das Training pausiert</translation>
        </message>
        <message>
            <source>Stopping the training</source>
            <translation>Training wird gestoppt</translation>
        </message>
        <message>
            <source>Training did not start: open annotated faces first</source>
            <translation>Training nicht gestartet: zuerst annotierte Gesichter öffnen</translation>
        </message>
        <message>
            <source>Training did not start: change the settings that are marked</source>
            <translation>Training nicht gestartet: die markierten Einstellungen ändern</translation>
        </message>
        <message>
            <source>Added to the queue</source>
            <translation>In die Warteschlange gestellt</translation>
        </message>
        <message numerus="yes">
            <source>Added to the queue: %n experiment(s)</source>
            <translation>
                <numerusform>In die Warteschlange gestellt: %n Experiment</numerusform>
                <numerusform>In die Warteschlange gestellt: %n Experimente</numerusform>
            </translation>
        </message>
        <message>
            <source>This epoch is the last; then the best network is measured.</source>
            <translation>Diese Epoche ist die letzte; dann wird das beste Netz gemessen.</translation>
        </message>
        <message>
            <source>Training, %1</source>
            <translation>Training, %1</translation>
        </message>
        <message>
            <source>Training stopped</source>
            <translation>Training gestoppt</translation>
        </message>
        <message>
            <source>Training finished</source>
            <translation>Training beendet</translation>
        </message>
        <message>
            <source>Training failed</source>
            <translation>Training fehlgeschlagen</translation>
        </message>
        <message>
            <source>Stopped before training began; there is no run to keep.</source>
            <translation>Vor Beginn des Trainings gestoppt; es gibt keinen Lauf zu behalten.</translation>
        </message>
        <message>
            <source>Stopped before the first epoch was over. The run is kept as “%1”.</source>
            <translation>Vor Ende der ersten Epoche gestoppt. Der Lauf bleibt als „%1“ erhalten.</translation>
        </message>
        <message>
            <source>Stopped after epoch %1 of %2; the run is kept as “%3”.</source>
            <translation>Nach Epoche %1 von %2 gestoppt; der Lauf bleibt als „%3“ erhalten.</translation>
        </message>
        <message numerus="yes">
            <source>Finished %n epoch(s) in %1.</source>
            <translation>
                <numerusform>%n Epoche in %1 beendet.</numerusform>
                <numerusform>%n Epochen in %1 beendet.</numerusform>
            </translation>
        </message>
        <message>
            <source> Best after epoch %1: mean error %2, %3 than always answering the average place (%4).</source>
            <translation> Am besten nach Epoche %1: mittlerer Fehler %2, %3 als immer die mittlere Lage (%4).</translation>
        </message>
        <message>
            <source>Run %1 of %2</source>
            <translation>Lauf %1 von %2</translation>
        </message>
        <message>
            <source>Training · %1 · %2</source>
            <translation>Training · %1 · %2</translation>
        </message>
        <message>
            <source>Runs %1 of %2</source>
            <translation>Läufe %1 von %2</translation>
        </message>
        <message numerus="yes">
            <source>Added to the queue: a search among %n experiment(s)</source>
            <translation>
                <numerusform>In die Warteschlange gestellt: eine Suche unter %n Experiment</numerusform>
                <numerusform>In die Warteschlange gestellt: eine Suche unter %n Experimenten</numerusform>
            </translation>
        </message>
        <message>
            <source>Search finished: %1.</source>
            <translation>Suche fertig: %1.</translation>
        </message>
        <message>
            <source>Search finished: %1. Best: %2, %3.</source>
            <translation>Suche fertig: %1. Am besten: %2, %3.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::VariantGrid</name>
        <message>
            <source>Left out by training</source>
            <translation>Vom Training ausgelassen</translation>
        </message>
        <message>
            <source>Variants</source>
            <translation>Varianten</translation>
        </message>
    </context>
    <context>
        <name>rudolph::VariantModel</name>
        <message>
            <source>Epoch %1</source>
            <translation>Epoche %1</translation>
        </message>
        <message>
            <source>%1 in epoch %2</source>
            <translation>%1 in Epoche %2</translation>
        </message>
    </context>
    <context>
        <name>rudolph::VariantViewer</name>
        <message>
            <source>Back to all variants</source>
            <translation>Zurück zu allen Varianten</translation>
        </message>
        <message>
            <source>Previous variant</source>
            <translation>Vorige Variante</translation>
        </message>
        <message>
            <source>Next variant</source>
            <translation>Nächste Variante</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>Variante</translation>
        </message>
        <message>
            <source>Training would leave this face out: %1</source>
            <translation>Das Training würde dieses Gesicht auslassen: %1</translation>
        </message>
    </context>
    <context>
        <name>rudolph::WatchedFaces</name>
        <message>
            <source>Watch while training</source>
            <translation>Beim Training verfolgen</translation>
        </message>
        <message>
            <source>Watch while training (%1 faces at most)</source>
            <translation>Beim Training verfolgen (höchstens %1 Gesichter)</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Setting: %1</source>
            <translation>Einstellung: %1</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Anleitung</translation>
        </message>
        <message>
            <source>Guide: %1</source>
            <translation>Anleitung: %1</translation>
        </message>
    </context>
    <context>
        <name>rudolph::CommandSearch</name>
        <message>
            <source>Find a command</source>
            <translation>Befehl suchen</translation>
        </message>
        <message>
            <source>An action, a setting, a page of the guide</source>
            <translation>Eine Aktion, eine Einstellung, eine Seite der Anleitung</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
        <message>
            <source>not possible now</source>
            <translation>geht gerade nicht</translation>
        </message>
        <message>
            <source>Nothing is called that. Try a single word.</source>
            <translation>So heißt nichts. Versuchen Sie ein einzelnes Wort.</translation>
        </message>
        <message>
            <source>Not possible now. %1</source>
            <translation>Geht gerade nicht. %1</translation>
        </message>
    </context>
    <context>
        <name>rudolph::GuideWindow</name>
        <message>
            <source>Guide</source>
            <translation>Anleitung</translation>
        </message>
        <message>
            <source>Search the guide</source>
            <translation>Anleitung durchsuchen</translation>
        </message>
        <message>
            <source>Contents of the guide</source>
            <translation>Inhalt der Anleitung</translation>
        </message>
        <message>
            <source>Nothing in the guide has these words.</source>
            <translation>Nichts in der Anleitung enthält diese Wörter.</translation>
        </message>
        <message>
            <source>Page of the guide</source>
            <translation>Seite der Anleitung</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Vor</translation>
        </message>
    </context>
    <context>
        <name>rudolph::HelpDesk</name>
        <message>
            <source>About Rudolph</source>
            <translation>Über Rudolph</translation>
        </message>
        <message>
            <source>&lt;b&gt;Rudolph %1&lt;/b&gt;&lt;br&gt;A studio for facial keypoints</source>
            <translation>&lt;b&gt;Rudolph %1&lt;/b&gt;&lt;br&gt;Ein Studio für Gesichtspunkte</translation>
        </message>
        <message>
            <source>Look at annotated faces, train a network while its loss is drawn, and look its best and worst cases in the eye.

Free software under the GNU General Public License, version 3 or later. Made with Qt, LibTorch, OpenCV and QCustomPlot.</source>
            <translation>Annotierte Gesichter ansehen, ein Netz trainieren, während sein Verlust gezeichnet wird, und seinen besten und schlechtesten Fällen ins Auge sehen.

Freie Software unter der GNU General Public License, Version 3 oder später. Gemacht mit Qt, LibTorch, OpenCV und QCustomPlot.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::StartPage</name>
        <message>
            <source>Four experiments in half an hour, from a nose tip to your own photograph</source>
            <translation>Vier Experimente in einer halben Stunde, von der Nasenspitze zum eigenen Foto</translation>
        </message>
        <message>
            <source>Welcome to Rudolph</source>
            <translation>Willkommen bei Rudolph</translation>
        </message>
        <message>
            <source>A studio for facial keypoints: mark points on faces, teach a network to find them while you watch, and see where it is wrong. How do you want to begin?</source>
            <translation>Ein Studio für Gesichtspunkte: Punkte auf Gesichtern setzen, einem Netz beim Lernen zusehen, sie zu finden, und sehen, wo es sich irrt. Womit möchten Sie beginnen?</translation>
        </message>
        <message>
            <source>Follow the tutorial</source>
            <translation>Dem Tutorial folgen</translation>
        </message>
        <message>
            <source>Make demo faces</source>
            <translation>Demo-Gesichter erzeugen</translation>
        </message>
        <message>
            <source>240 drawn faces with exact points, to try everything with</source>
            <translation>240 gezeichnete Gesichter mit genauen Punkten, um alles auszuprobieren</translation>
        </message>
        <message>
            <source>Open a folder of faces</source>
            <translation>Ordner mit Gesichtern öffnen</translation>
        </message>
        <message>
            <source>Photographs to mark points in, or faces that someone has annotated</source>
            <translation>Fotos, um Punkte darin zu setzen, oder Gesichter, die jemand annotiert hat</translation>
        </message>
        <message>
            <source>Find faces on photographs</source>
            <translation>Gesichter auf Fotos finden</translation>
        </message>
        <message>
            <source>The model that comes with the program finds 68 points on each face</source>
            <translation>Das Modell, das mit dem Programm kommt, findet 68 Punkte auf jedem Gesicht</translation>
        </message>
        <message>
            <source>Or drop a folder, a list of faces or photographs here. Nothing leaves this computer.</source>
            <translation>Oder einen Ordner, eine Liste von Gesichtern oder Fotos hierher ziehen. Nichts verlässt diesen Rechner.</translation>
        </message>
    </context>
    <context>
        <name>rudolph::LayerModel</name>
        <message>
            <source>Add: %1</source>
            <translation>Hinzufügen: %1</translation>
        </message>
        <message>
            <source>Remove layers</source>
            <translation>Schichten entfernen</translation>
        </message>
        <message>
            <source>Duplicate layers</source>
            <translation>Schichten verdoppeln</translation>
        </message>
        <message>
            <source>Move layers</source>
            <translation>Schichten verschieben</translation>
        </message>
        <message>
            <source>Change: %1</source>
            <translation>Ändern: %1</translation>
        </message>
        <message>
            <source>To the points</source>
            <translation>Zu den Punkten</translation>
        </message>
        <message>
            <source>two a point</source>
            <translation>zwei je Punkt</translation>
        </message>
        <message>
            <source>Fully connected, two numbers a point; it follows by itself.</source>
            <translation>Voll verbunden, zwei Zahlen je Punkt; sie folgt von selbst.</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <source>Channels of a convolution, numbers that come out of a fully connected layer, or the share that a dropout sets to zero</source>
            <translation>Kanäle einer Faltung, Zahlen, die aus einer voll verbundenen Schicht herauskommen, oder der Anteil, den ein Dropout auf null setzt</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>Side of the square that it looks at, in pixels: a convolution&apos;s kernel</source>
            <translation>Seite des Quadrats, das sie ansieht, in Pixeln: der Kern einer Faltung</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <source>How many pixels the window moves on</source>
            <translation>Um wie viele Pixel das Fenster weiterrückt</translation>
        </message>
        <message>
            <source>Stride</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>Zeros around the picture, in pixels</source>
            <translation>Nullen um das Bild herum, in Pixeln</translation>
        </message>
        <message>
            <source>Pad</source>
            <translation>Rand</translation>
        </message>
        <message>
            <source>Distance of the window&apos;s pixels: 2 leaves one out between two</source>
            <translation>Abstand der Pixel des Fensters: 2 lässt zwischen zweien eines aus</translation>
        </message>
        <message>
            <source>Dilation</source>
            <translation>Dehnung</translation>
        </message>
        <message>
            <source>Into how many parts the channels are divided that do not see each other</source>
            <translation>In wie viele Teile die Kanäle geteilt werden, die einander nicht sehen</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <source>What comes out: channels × height × width</source>
            <translation>Was herauskommt: Kanäle × Höhe × Breite</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>Numbers that are learnt</source>
            <translation>Zahlen, die gelernt werden</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <source>Share of the time of a step, reckoned from multiplications and numbers read and written</source>
            <translation>Anteil an der Zeit eines Schritts, berechnet aus Multiplikationen und gelesenen und geschriebenen Zahlen</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>While a batch is learnt: what comes out of it and its weights, with their gradients and Adam&apos;s averages</source>
            <translation>Während ein Batch gelernt wird: was herauskommt und die Gewichte, mit deren Gradienten und Adams Mittelwerten</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Speicher</translation>
        </message>
    </context>
    <context>
        <name>rudolph::LayerTable</name>
        <message>
            <source>Layers of the network</source>
            <translation>Schichten des Netzes</translation>
        </message>
    </context>
    <context>
        <name>rudolph::LayerNumberDelegate</name>
        <message>
            <source>= window</source>
            <translation>= Fenster</translation>
        </message>
    </context>
    <context>
        <name>rudolph::LayerEditor</name>
        <message>
            <source>Layers of the network</source>
            <translation>Schichten des Netzes</translation>
        </message>
        <message>
            <source>Add a layer</source>
            <translation>Schicht hinzufügen</translation>
        </message>
        <message>
            <source>Behind the chosen rows; a residual goes around them</source>
            <translation>Hinter den gewählten Zeilen; ein Residuum legt sich um sie</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Verdoppeln</translation>
        </message>
        <message>
            <source>Ctrl+D</source>
            <translation>Ctrl+D</translation>
        </message>
        <message>
            <source>Puts the chosen rows in a second time, behind them</source>
            <translation>Setzt die gewählten Zeilen ein zweites Mal ein, dahinter</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Takes the chosen rows away; of a residual, its end as well</source>
            <translation>Nimmt die gewählten Zeilen weg; bei einem Residuum auch dessen Ende</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>Moves the chosen rows up; they can be dragged, too</source>
            <translation>Verschiebt die gewählten Zeilen nach oben; sie lassen sich auch ziehen</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>Moves the chosen rows down; they can be dragged, too</source>
            <translation>Verschiebt die gewählten Zeilen nach unten; sie lassen sich auch ziehen</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Ctrl+Shift+Z</source>
            <translation>Ctrl+Shift+Z</translation>
        </message>
        <message>
            <source>Ctrl+Y</source>
            <translation>Ctrl+Y</translation>
        </message>
        <message>
            <source>Double-click a number to change it, or type over it. Where several rows are chosen, it changes in all of them.</source>
            <translation>Eine Zahl wird durch Doppelklick geändert oder überschrieben. Sind mehrere Zeilen gewählt, ändert sie sich in allen.</translation>
        </message>
        <message>
            <source>Layer %1: %2</source>
            <translation>Schicht %1: %2</translation>
        </message>
        <message numerus="yes">
            <source>%n layer(s)</source>
            <translation>
                <numerusform>%n Schicht</numerusform>
                <numerusform>%n Schichten</numerusform>
            </translation>
        </message>
        <message>
            <source> · %1 weights · about %2 of memory for a batch of %3</source>
            <translation> · %1 Gewichte · etwa %2 Speicher für einen Batch von %3</translation>
        </message>
        <message>
            <source>Back to: %1</source>
            <translation>Zurück zu: %1</translation>
        </message>
    </context>
    <context>
        <name>rudolph::RepeatsRow</name>
        <message>
            <source>Repeats</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>One run is one throw of the dice. A study trains the same settings several times and says how far the error differs by chance.</source>
            <translation>Ein Lauf ist ein Wurf der Würfel. Eine Studie trainiert dieselben Einstellungen mehrmals und sagt, wie weit der Fehler durch Zufall auseinanderliegt.</translation>
        </message>
        <message>
            <source>One run</source>
            <translation>Ein Lauf</translation>
        </message>
        <message>
            <source>Seeds</source>
            <translation>Startwerte</translation>
        </message>
        <message>
            <source>Folds</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <source>The same faces with other seeds</source>
            <translation>Dieselben Gesichter mit anderen Startwerten</translation>
        </message>
        <message>
            <source>Each time another group of persons validates, so that every face validates once</source>
            <translation>Jedes Mal validiert eine andere Gruppe von Personen, sodass jedes Gesicht einmal validiert</translation>
        </message>
        <message>
            <source>Number of runs</source>
            <translation>Anzahl der Läufe</translation>
        </message>
        <message>
            <source>Seeds %1 to %2</source>
            <translation>Startwerte %1 bis %2</translation>
        </message>
        <message>
            <source>There are only %1: choose at most as many folds.</source>
            <translation>Es gibt nur %1: Wählen Sie höchstens so viele Gruppen.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln persons</source>
            <translation>
                <numerusform>%Ln Person</numerusform>
                <numerusform>%Ln Personen</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>persons</comment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>%1 of %2 persons, of which one validates at a time</source>
            <translation>%1 zu %2 Personen, von denen je eine validiert</translation>
        </message>
        <message>
            <source>%1 of %2 faces, of which one validates at a time</source>
            <translation>%1 zu %2 Gesichtern, von denen je eine validiert</translation>
        </message>
    </context>
    <context>
        <name>rudolph::SweepInfluence</name>
        <message>
            <source>Influence on the error</source>
            <translation>Einfluss auf den Fehler</translation>
        </message>
        <message>
            <source>By how much a random forest errs more about runs that it has not seen when the values of a setting are exchanged among them: permutation importance, together 100 %.</source>
            <translation>Um wie viel ein Zufallswald bei Läufen, die er nicht gesehen hat, mehr irrt, wenn die Werte einer Einstellung unter ihnen vertauscht werden: Permutationswichtigkeit, zusammen 100 %.</translation>
        </message>
        <message>
            <source>influence</source>
            <translation>Einfluss</translation>
        </message>
        <message>
            <source>With %1 runs or more, bars show here which settings matter.</source>
            <translation>Ab %1 Läufen zeigen Balken hier, auf welche Einstellungen es ankommt.</translation>
        </message>
        <message>
            <source>%1: perhaps chance</source>
            <translation>%1: vielleicht Zufall</translation>
        </message>
    </context>
</TS>
