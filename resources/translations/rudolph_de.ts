<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>EditNames</name>
    <message numerus="yes">
        <source>Place %n points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scale %n points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mirror %n points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n points as hidden</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n points as visible</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Place all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all points as hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all points as visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1 as hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1 as visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The picture cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures in which left and right are swapped, and the names of the points with them: 0.5 is every second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture is moved by up to this many pixels left or right, up or down, and its points with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift: share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures that are moved: 1 is all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture is turned by up to this angle either way, and its points with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotation: share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures that are turned: 1 is all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each face is made up to this much smaller or larger: 0.1 is up to 10 %, 0 leaves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures that are made smaller or larger: 1 is all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture is made up to this much darker or brighter: 0.2 is up to 20 %, 0 leaves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture gets up to this much less or more contrast: 0.2 is up to 20 %, 0 leaves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the dark parts are lifted or lowered while black and white stay: 0.7 is an exponent from 0.5 to 2, 0 leaves them alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light: share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures whose brightness, contrast and gamma change: 1 is all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One side of the picture is darkened, up to this much: 0.8 leaves at least a fifth of its light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shade: share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures that are darkened on one side: 1 is all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture is blurred by a gaussian with a sigma of up to this many pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur: share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures that are blurred: 1 is all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture gets noise with a standard deviation of up to this many grey levels of 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise: share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures that get noise: 1 is all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture is compressed with a quality from this one up to 100, and shows what that leaves. 100 leaves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG: share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures that are compressed: 1 is all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rectangle of grey, of noise or from elsewhere in the picture covers part of it, up to this share of its side. 0 covers nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occlusion: share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures that are covered in part: 1 is all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the experiment is called. Its runs are named after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you want to find out with it, in your own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder or XML list of annotated faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How faces are divided into those to learn from and those to test on. Automatic takes IMM&apos;s persons 33 to 40 for testing where there are any, else a share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the faces kept for testing when the split is by share. All pictures of one person stay together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number draws other persons for testing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All points of the face, or only the tip of the nose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees: the whole picture made smaller, or a square cut out around the face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the picture that the network sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the picture that the network sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 for grey; 3 repeats the grey picture for networks that were made for colour, such as ResNet-18.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much larger than the face&apos;s box the crop is. More shows more of the hair and background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalise by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How pixels become numbers around zero: with a fixed mean and deviation, with those of each crop, so that dark pictures look like bright ones, or with those of each pixel&apos;s surroundings, so that the shaded half of a face looks like the lit one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtracted from every pixel (0 is black, 1 is white), so that the network&apos;s numbers lie around zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel is divided by this after the mean is subtracted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small convolutional network that you describe layer by layer, ResNet-18, or a light network of its shape that needs no graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many patterns each convolution looks for. One number a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wide each convolution&apos;s window is. As many numbers as there are channels; after each layer the picture is halved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What bends the output of each layer; without it, all layers together could do no more than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How four neighbouring pixels become one after each layer: the largest, or their average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widths of the layers between the convolutions and the points. Empty: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the first stage; each of the three after it has twice as many. Wider sees more and is slower. Multiples of 16 suit processors best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the network says where a point is: its coordinates at once (direct), a map of likely places (heatmap), or a coarse map with offsets and neighbours that vote (pip).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyramid channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the maps that heatmap and pip answers are read from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pixels of the input make one cell of a map: 4, 8, 16 or 32. 4 suits heatmaps, 32 pip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many nearby points every cell also votes for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of weights to start from, .safetensors or .pth with torchvision&apos;s names. Empty: start from random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average with mirror image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions are the mean of those for the picture and for its mirror image: a little better, twice as slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times predictions look at a face: from the second time on it is cut out upright and centred, by the points found before. Helps with rolled heads and loose boxes. The figures after each epoch are of one look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training makes small. Squares (mse) fear large errors most; wing cares for small ones, too. Adaptive wing is for heatmaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wing width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors below this count by their logarithm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wing curvature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smaller, the more the smallest errors count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much it counts that a heatmap is one compact spot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spot size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the spot that is wanted, in cells of the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How steps are made of gradients. Adam suits most; AdamW with a weight decay generalises better; sgd is plain steps with momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the weights move in each step. Too small learns slowly, too large never settles. 0.001 suits Adam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the step before goes into each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls weights towards zero, which keeps a network from learning faces by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this. 0 leaves all as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes: not at all, in steps, along a cosine down to zero, or up and down once (one-cycle).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the run in which the rate rises to the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After so many epochs the rate is multiplied by the step factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rate is multiplied by at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the network sees every training face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many faces the network looks at before each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a running average of the weights keeps of itself in each step: 0.999 spans a thousand steps. The average is what is measured and saved. 0: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stops after so many epochs without a better result. 0: it goes on to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance poses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads turned in a way that few are get shown more often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start of all chance: first weights, order, augmentation. The same seed gives the same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to compute: a CUDA graphics card when there is one (auto), or as chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the numbers that the network computes with. bfloat16 is shorter and, on newer processors, faster; auto tries it at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many threads compute. 0: as many as a trial at the start shows to be fastest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds 68 points on faces cut out by their boxes, as well as one and a half hours on two processor cores allow for two thousand faces: a wider light network with a map a point at 160×160.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds 68 points on faces cut out by their boxes, in a quarter of an hour on two processor cores for two thousand faces: a light network with a map a point at 128×128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds all points of the IMM faces: five convolutions on the whole picture at 160×120, with brightness and contrast jitter, shift and rotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the 58 points of the IMM faces, cut out by their boxes: a light network with a map a point at 128×128, and augmentation for a set of few faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As nose-tip with a learning rate fifty times higher: what does that do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As nose-tip with wider convolutions: does more capacity help?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the nose tip on the IMM faces: three small convolutions on the whole picture at 80×60, with a little brightness and contrast jitter and shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds 68 points on faces cut out by their boxes at 224×224 with ResNet-18; set model.weights to a file of ImageNet weights to start from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imm persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nose tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cnn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resnet18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth l1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptive wing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adamw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sgd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bfloat16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky relu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuda</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A studio for facial keypoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of faces, list or project to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the cases of this run folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write and look for runs in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start on this page: data, augment, train or cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how long it took until the window was painted, and quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rudolph-studio: at most one data set, and a page is data, augment, train or cases; see --help
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph</name>
    <message>
        <source>flipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enlarged to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reduced to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned left by %1°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned right by %1°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brightened to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>darkened to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrast %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gamma %1 (darker)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gamma %1 (lighter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 darkened to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered by grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered by noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered by a piece of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of its side long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurred by %1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise of %1 grey levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG quality %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1× better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no point yet: click on the drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point %1 has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points %1 and %2 are both called “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not placed yet; the drawing is kept only when all points are (%2 are not).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line “%1” needs two points or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” and “%2” lie on the same side of the face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance that errors are divided by needs a point or more at both of its ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance that errors are divided by begins and ends at the same points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance that errors are divided by has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller batch or input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error that nobody expected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::AnnotatePanel</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the next person should know of this face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on this face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help from a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points are right: count them as truth (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the network&apos;s points away (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed by %1 and not looked at yet. It does not count as truth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::AnnotationDocument</name>
    <message>
        <source>Restore unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change scheme to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::Annotator</name>
    <message>
        <source>Change note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face %1 of %2 in this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the network&apos;s points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the network&apos;s points on %1 faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject the network&apos;s points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject the network&apos;s points on %1 faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face before this one in the list has no points to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy points from the previous face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a box around the face first: the mean shape is fitted to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to the mean shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place, select and move points (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw, move and resize the boxes of faces (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected points or box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the selected points visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the selected points hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the selected points not labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as in work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, next face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit this face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit all without points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::AugmentChecks</name>
    <message>
        <source>✗ Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flipped crop is mirrored back and compared with the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a flipped face the left eye is the other one: the points must have changed their names, so that the left ones still lie left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces cannot be flipped: the scheme does not say which points mirror each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right are not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flipped twice equals the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flipped twice differs from the original: points by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No point has a partner on the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left points stay left in flipped faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 points change sides in flipped faces: pair left with right in the scheme&apos;s editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the points leave the crop (%2 without augmentation).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over %1 draws of the faces that are shown. Points outside the crop teach the network to guess; up to %2 does no harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::AugmentFaces</name>
    <message>
        <source>Previous face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, person or note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 faces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::AugmentPage</name>
    <message>
        <source>Back to the seed of the experiment, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter above the list of faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading pictures: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These faces cannot be augmented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training would leave this face out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in this experiment: move its slider to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from one end of its range to the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 faces in epoch %2 of a training with seed %3, pixel for pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs %1 to %2 of a training with seed %3, pixel for pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · black is %1, white %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No faces to augment yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training turns, shifts, darkens and covers faces afresh in every epoch. Here you see what it does to them before you train. Open annotated faces first, or make some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make demo faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All effects together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants of one face, or one variant each of many faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which effects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All effects as training draws them, or one alone from one end of its range to the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training with this seed draws just these variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws with another seed. The experiment keeps its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The epoch of training that is shown; of one face, the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;network sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers after normalisation, as greys: the same grey is the same number in all pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::AugmentSettings</name>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training page has the rest of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the augmentation back to the preset&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed. Reset to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change against the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changes against the preset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::AugmentationWords</name>
    <message>
        <source>Only flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotation is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamma is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only shade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shade is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only JPEG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only occlusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occlusion is off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::CaseListModel</name>
    <message>
        <source>%1, mean error %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: mean error %2, NME %3 (%4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> view %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::CaseViewer</name>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean distance of the points, in pixels of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Farthest point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The point that is farthest off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A thin line from each true point to its prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean error over the %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::CasesPage</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no epoch yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No faces to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is %1 and has not measured any validation face: that happens at the end of its first epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 faces to train, %3 to validate · %4 weights · %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalised mean error: the mean error over the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always answering the average place of the training faces is %1 off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here are the validation faces of a run, the worst first: red where the network put its points, green where they belong. Train a network to see its cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the runs folder again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The epoch with the lowest validation loss, whose predictions these are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the validation faces, in pixels of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area under the cumulative error distribution up to an NME of 8 %: 1 is perfect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of faces with an NME above 8 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against a constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, person or view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::Chart</name>
    <message>
        <source>Save as a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::DataPage</name>
    <message>
        <source>1 face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore unsaved edits of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making demo faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list of faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of faces (*.rudolph *.xml *.csv *.json *.yaml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the pictures of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for wrong annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for training, %2 for validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit points and boxes with the mouse and the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the edits in the files that the faces came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save everything in one file that refers to the pictures; their own files stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the faces in another format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for wrong annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again for points that are probably wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which points a face has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which network helps with annotating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change this scheme…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a scheme…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files count pixels from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iBUG&apos;s .pts files count from 1; some copies count from 0, and would be shifted by a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face matches the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the faces could be read. The list of problems says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of photographs, with or without their points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list of faces (dlib XML, CSV, COCO, YOLO) or a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make demo faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make 240 drawn faces with exact points, to try everything with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the faces by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the points by the scheme&apos;s lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the points&apos; numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the face&apos;s box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open other faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on these faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the training page with what is open here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cursor&apos;s place in the picture, in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which network helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at annotated faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of photographs to mark points in, a folder of annotated faces, a list or a project, or drop one here. Nothing at hand? The demo faces are drawn on this computer and come with exact points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what was open before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, and keep what was open before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what was open before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::DocumentSaver</name>
    <message>
        <source>… and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving was cancelled; nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits cannot be kept in a journal: %1. They are lost if the program ends before you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits cannot be kept in the journal: %1. It is tried again; until then they are lost if the program ends before you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last edit was made on %1; %2 pictures were changed and not saved. Restoring is one step that can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 broken entries are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore unsaved edits?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored the edits of %1 pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures have gone or have other points now; their edits stay in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a project that refers to the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*.rudolph)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving as %1 loses something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project keeps everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else has changed these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving would write over their changes. Your edits are safe in the journal meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The faces could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: all edits are still here and unsaved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the edits of “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have not been saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::EpochFaces</name>
    <message>
        <source>Spread evenly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which validation faces are shown, by their error at the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The faces before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back through the epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::ExperimentForm</name>
    <message>
        <source>Fold or unfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed. Reset to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::ExportDialog</name>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder; it is made when it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file, or a folder for it; made when it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file, or a folder in which it is called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where to write first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the whole path, from its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what is lost…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is lost cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is lost:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write over files that are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Top-left pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;aces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is (1, 1), as iBUG counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is (0, 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those that are done (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::FaceStrip</name>
    <message>
        <source>%1: mean error %2, NME %3. Truth green, prediction red.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::FaceView</name>
    <message>
        <source>Photograph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::FilterView</name>
    <message>
        <source>While a network is trained: the patterns that its first layer looks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first layer of this network is no convolution.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::GuideFace</name>
    <message>
        <source>Reference face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::GuidePanel</name>
    <message>
        <source>%1 points selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These faces have no landmark scheme yet: choose one or make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1 · %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All points are placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on a point to place it, or begin with the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 placed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::MainWindow</name>
    <message>
        <source>Rudolph studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a folder of faces…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;list of faces…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make &amp;demo faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Rudolph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Rudolph studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the training, then closing. The run is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks cannot be trained: %1
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Rudolph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Rudolph %1&lt;/b&gt;&lt;br&gt;A studio for facial keypoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at annotated faces, train a network while its loss is drawn, and look its best and worst cases in the eye.

Free software under the GNU General Public License, version 3 or later. Made with Qt, LibTorch, OpenCV and QCustomPlot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom about the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle button, or Space and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place the next point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on an empty place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a point; add one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click; Shift and click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a frame; with Shift while points are due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge the selection by half a pixel, by 5 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys, with Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale or turn the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a handle of its frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next and previous point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop a drag, select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom about the cursor, over an axis along it alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle button and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or copy the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue of trainings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier, later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag; Alt with the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a case large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous and next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The studio speaks that language from its next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::MessagePanel</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::NetworkHelp</name>
    <message>
        <source>1 face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NME on its validation faces, divided by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trained network yet: train one on the Train page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a trained network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every face has points already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting the points of all faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face has points to compare the network with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one that was trained on faces with these points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; the network placed the points of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network placed the points of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared %1 with %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::NetworkTable</name>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open annotated faces to see the network&apos;s layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, one thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 an epoch and %2 of memory (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed with a few steps on made-up faces, while nothing else computed; reading pictures comes on top.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::NoticeBar</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::PointEditor</name>
    <message>
        <source>Drag: the box of another face. Drag inside the box: move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag: the box of this face</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n points selected. Drag: move them. Handles: scale and turn.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Click: %1 (%2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a point: correct it. Drag from an empty place: select points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize box</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::PointLegend</name>
    <message>
        <source>truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prediction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::ProblemModel</name>
    <message>
        <source>the whole data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::ProblemPanel</name>
    <message>
        <source>Search problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only problems whose place or text contains these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for points that are missing, lie on the wrong side or are shifted, and for faces unlike all others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the lines that are shown, one problem a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problem matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems found so far. An inspection looks for annotations that are probably wrong.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments that are to be trained one after another. “Add to queue” puts the settings on the left here, a sweep many at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the queue (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away all that are over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills the queue with experiments that differ in chosen settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: %1, each after the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::SampleDetails</name>
    <message>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels as the network learns them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels as the network learns them: 0 and 1 are the edges of the crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose input to show: the preset experiments differ in the crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop for the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels × height × width of the network&apos;s input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input&apos;s values after mean and deviation are taken into account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the network gets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 × %3 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 × %3 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 × %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2, mean %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::SampleFilterBar</name>
    <message>
        <source>Search names and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only faces whose name or note contains these words (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by state, problems, side of the split, view or person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by what is known of the faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by side of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed, not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most problems first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Furthest from the model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare a network with the faces first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::SampleListModel</name>
    <message>
        <source>person %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problems: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed by %1; nobody has looked at it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frontal, neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frontal, happy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frontal, light aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frontal, grimace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off by %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::SampleListPanel</name>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter and sort again: faces stay where they are while one edits them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all faces again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 edited face would move or go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 edited faces would move or go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy paths of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::SchemeCanvas</name>
    <message>
        <source>Drawing of the points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::SchemeEditor</name>
    <message>
        <source>Landmark scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pai&amp;rs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landmark scheme[*]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an empty scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the scheme “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces that were annotated with it keep their points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme was not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a landmark scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schemes (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the landmark scheme as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schemes (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to this scheme?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be saved yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengthen a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a point on the axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair two points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a point of the distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide errors by a distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide errors by the bounding box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inter-ocular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no point yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not placed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not one of the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to add a point or to place the one that is chosen; drag to move it. Double-click a name to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on the points of the line in order. Click on its last point again to take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a new line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now click on the partner of “%1”, or on it again when it lies on the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on a point, then on its partner on the other side. Points in no pair lie on the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error of a point is divided by this distance, so that faces of all sizes compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ears-12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As files and settings refer to it: letters, digits, “-”, “_”, “.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ears, 12 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point at the end of the list, to be placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen point comes earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen point comes later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Closed: the last point joins the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then click on its points in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Faces with these points can be mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow mirroring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow no mirroring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair what lies as in a mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair the points that lie as in a mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nose tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the nose tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide errors by a &amp;distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Else by the size of the face’s bounding box, √(w·h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then click on the drawing; several points: their mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has to be put right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::SchemeStore</name>
    <message>
        <source>The name “%1” is that of a scheme that comes with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” is also that of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scheme “%1” of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme cannot be removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is made of letters, digits, “-”, “_” and “.”, as in “ears-12”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” comes with the program: give yours another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::ShortcutsDialog</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action and no key of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;or:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is also the key of “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed; has no key of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed; its own key is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an action to change its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to %2 and cannot be given away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the key of %2 already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::SweepAxisRow</name>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How values are chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not sweep over this setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal factors between values, as suits learning rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by semicolons: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values, separated by semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::SweepDialog</name>
    <message>
        <source>Sweep over settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each experiment is “%1” with other values of the settings chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; left out, as they cannot be trained: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::TrainPage</name>
    <message>
        <source>Time and memory are estimated when nothing is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating time and memory…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training did not start: change the settings that are marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training did not start: open annotated faces first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the queue: %1 experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This epoch is the last; then the best network is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before training began; there is no run to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the first epoch was over. The run is kept as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after epoch %1 of %2; the run is kept as “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished %1 epochs in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Best after epoch %1: mean error %2, %3 than always answering the average place (%4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NME %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to train on yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a network learns to find the points of faces while you watch its loss fall. Open annotated faces first, or make some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make demo faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the cases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::TrainSetup</name>
    <message>
        <source>See it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows faces as training will get them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save these settings as an experiment file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings back to the preset&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains these settings after all that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another training goes on; add this one to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the Data page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 faces · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change against the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changes against the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 setting must be changed before training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 settings must be changed before training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to train · %2 to validate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weights to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::TrainingChart</name>
    <message>
        <source>Epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal steps up the axis are equal factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws a running average; the values themselves stay, pale, behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss (mean squared error)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NME (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::TrainingQueue</name>
    <message>
        <source>waiting, epochs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on to epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::TrainingView</name>
    <message>
        <source>The loss on the training and validation faces will be drawn here.
“Start training” starts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each epoch: validation faces with the truth in green and predictions in red.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean distance of predictions from the truth on the validation faces, in pixels of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error on normalised coordinates, on faces that the network never learns from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on the training faces, mean of the epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one whose network is kept as the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits before the next batch; nothing is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends after this epoch and measures the best network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends now; the run is kept and can go on later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with this run where it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping… what has been learnt is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first epoch is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading pictures: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalised mean error: the mean error over the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1 of %2, %3 · whole run %4 · %5 faces/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the best network, on faces made hard too: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the best network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::VariantGrid</name>
    <message>
        <source>Left out by training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::VariantModel</name>
    <message>
        <source>Epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rudolph::VariantViewer</name>
    <message>
        <source>Back to all variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training would leave this face out: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
