<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EditNames</name>
    <message numerus="yes">
        <source>Place %n points</source>
        <translation>
            <numerusform>Place %n point</numerusform>
            <numerusform>Place %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n points</source>
        <translation>
            <numerusform>Move %n point</numerusform>
            <numerusform>Move %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n points</source>
        <translation>
            <numerusform>Turn %n point</numerusform>
            <numerusform>Turn %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scale %n points</source>
        <translation>
            <numerusform>Scale %n point</numerusform>
            <numerusform>Scale %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mirror %n points</source>
        <translation>
            <numerusform>Mirror %n point</numerusform>
            <numerusform>Mirror %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n points as hidden</source>
        <translation>
            <numerusform>Mark %n point as hidden</numerusform>
            <numerusform>Mark %n points as hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n points as visible</source>
        <translation>
            <numerusform>Mark %n point as visible</numerusform>
            <numerusform>Mark %n points as visible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n points</source>
        <translation>
            <numerusform>Remove %n point</numerusform>
            <numerusform>Remove %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph</name>
    <message numerus="yes">
        <source>%1, %n threads share</source>
        <translation>
            <numerusform>%1, %n thread shares</numerusform>
            <numerusform>%1, %n threads share</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1, %n thread</numerusform>
            <numerusform>%1, %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>%Ln face</numerusform>
            <numerusform>%Ln faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photograph(s)</source>
        <translation>
            <numerusform>%Ln photograph</numerusform>
            <numerusform>%Ln photographs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln video</numerusform>
            <numerusform>%Ln videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files of numbers</source>
        <translation>
            <numerusform>%Ln file of numbers</numerusform>
            <numerusform>%Ln files of numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts</source>
        <translation>
            <numerusform>%Ln text</numerusform>
            <numerusform>%Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other files</source>
        <translation>
            <numerusform>%Ln other file</numerusform>
            <numerusform>%Ln other files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more kinds of files</source>
        <translation>
            <numerusform>%n more kind of files</numerusform>
            <numerusform>%n more kinds of files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folders that cannot be read</source>
        <translation>
            <numerusform>%n folder that cannot be read</numerusform>
            <numerusform>%n folders that cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n faces</source>
        <comment>of a sample</comment>
        <translation>
            <numerusform>%1 of %n face</numerusform>
            <numerusform>%1 of %n faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… (%n layers in all)</source>
        <translation>
            <numerusform>… (%n layer in all)</numerusform>
            <numerusform>… (%n layers in all)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n seeds</source>
        <translation>
            <numerusform>%1, %n seed</numerusform>
            <numerusform>%1, %n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n folds</source>
        <translation>
            <numerusform>%1, %n fold</numerusform>
            <numerusform>%1, %n folds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::ActivityBar</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::AugmentControls</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::AugmentFaces</name>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>%Ln face</numerusform>
            <numerusform>%Ln faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln face(s)</source>
        <translation>
            <numerusform>%1 of %Ln face</numerusform>
            <numerusform>%1 of %Ln faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::AugmentSettings</name>
    <message numerus="yes">
        <source>%n change(s) against the preset</source>
        <translation>
            <numerusform>%n change against the preset</numerusform>
            <numerusform>%n changes against the preset</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::AugmentStage</name>
    <message numerus="yes">
        <source>%n face(s) in epoch %1 of a training with seed %2, pixel for pixel</source>
        <translation>
            <numerusform>%n face in epoch %1 of a training with seed %2, pixel for pixel</numerusform>
            <numerusform>%n faces in epoch %1 of a training with seed %2, pixel for pixel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::CaseExplorer</name>
    <message numerus="yes">
        <source>%Ln chosen faces</source>
        <translation>
            <numerusform>%Ln chosen face</numerusform>
            <numerusform>%Ln chosen faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::CaseGallery</name>
    <message numerus="yes">
        <source>%Ln chosen faces</source>
        <translation>
            <numerusform>%Ln chosen face</numerusform>
            <numerusform>%Ln chosen faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln faces</source>
        <translation>
            <numerusform>%Ln face</numerusform>
            <numerusform>%Ln faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln faces</source>
        <translation>
            <numerusform>%1 of %Ln face</numerusform>
            <numerusform>%1 of %Ln faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::CaseSummary</name>
    <message numerus="yes">
        <source>%Ln faces to train</source>
        <translation>
            <numerusform>%Ln face to train</numerusform>
            <numerusform>%Ln faces to train</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to validate</source>
        <translation>
            <numerusform>%Ln to validate</numerusform>
            <numerusform>%Ln to validate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weights</source>
        <translation>
            <numerusform>%Ln weight</numerusform>
            <numerusform>%Ln weights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::CasesPage</name>
    <message numerus="yes">
        <source>%1: %Ln cases</source>
        <translation>
            <numerusform>%1: %Ln case</numerusform>
            <numerusform>%1: %Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures of this run are not in %1 any more.</source>
        <translation>
            <numerusform>A picture of this run is not in %1 any more.</numerusform>
            <numerusform>%Ln pictures of this run are not in %1 any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The truth of %Ln faces has changed since the training. All figures here are of the truth as it is now.</source>
        <translation>
            <numerusform>The truth of %Ln face has changed since the training. All figures here are of the truth as it is now.</numerusform>
            <numerusform>The truth of %Ln faces has changed since the training. All figures here are of the truth as it is now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln pictures told where or with what they were taken, or held remarks or previews; the copies do not.</source>
        <translation>
            <numerusform>%Ln picture told where or with what it was taken, or held remarks or previews; the copy does not.</numerusform>
            <numerusform>%Ln pictures told where or with what they were taken, or held remarks or previews; the copies do not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copies may still tell where they were taken (TIFF, HEIC, AVIF, GIF).</source>
        <translation>
            <numerusform>%Ln copy may still tell where it was taken (TIFF, HEIC, AVIF, GIF).</numerusform>
            <numerusform>%Ln copies may still tell where they were taken (TIFF, HEIC, AVIF, GIF).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::DataHeader</name>
    <message numerus="yes">
        <source>%Ln faces</source>
        <translation>
            <numerusform>%Ln face</numerusform>
            <numerusform>%Ln faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln points</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::DataPage</name>
    <message numerus="yes">
        <source>%Ln faces of this list are left out. If their pictures lie somewhere else, say where.</source>
        <translation>
            <numerusform>%Ln face of this list is left out. If its picture lies somewhere else, say where.</numerusform>
            <numerusform>%Ln faces of this list are left out. If their pictures lie somewhere else, say where.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::DataSummary</name>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>%Ln face</numerusform>
            <numerusform>%Ln faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::ExperimentForm</name>
    <message numerus="yes">
        <source> · %n wrong</source>
        <translation>
            <numerusform> · %n wrong</numerusform>
            <numerusform> · %n wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n changed</source>
        <translation>
            <numerusform> · %n changed</numerusform>
            <numerusform> · %n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::FaceCommands</name>
    <message numerus="yes">
        <source>Accept the network&apos;s points on %Ln faces</source>
        <translation>
            <numerusform>Accept the network&apos;s points</numerusform>
            <numerusform>Accept the network&apos;s points on %Ln faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject the network&apos;s points on %Ln faces</source>
        <translation>
            <numerusform>Reject the network&apos;s points</numerusform>
            <numerusform>Reject the network&apos;s points on %Ln faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put the points of %Ln faces right</source>
        <translation>
            <numerusform>Put the points of %Ln face right</numerusform>
            <numerusform>Put the points of %Ln faces right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::FramesDialog</name>
    <message numerus="yes">
        <source>%Ln frame(s) without a face were left out.</source>
        <translation>
            <numerusform>%Ln frame without a face was left out.</numerusform>
            <numerusform>%Ln frames without a face were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::GuidePanel</name>
    <message numerus="yes">
        <source>%Ln points selected</source>
        <translation>
            <numerusform>%Ln point selected</numerusform>
            <numerusform>%Ln points selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::KeptEdits</name>
    <message numerus="yes">
        <source>Restored the edits of %n pictures.</source>
        <translation>
            <numerusform>Restored the edits of %n picture.</numerusform>
            <numerusform>Restored the edits of %n pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures have gone or have other points now; their edits stay in %1.</source>
        <translation>
            <numerusform>%n picture has gone or has other points now; its edits stay in %1.</numerusform>
            <numerusform>%n pictures have gone or have other points now; their edits stay in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::MainWindow</name>
    <message numerus="yes">
        <source>CPU, %n threads</source>
        <translation>
            <numerusform>CPU, %n thread</numerusform>
            <numerusform>CPU, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::NetworkHelp</name>
    <message numerus="yes">
        <source>Fit %Ln face(s) by %1</source>
        <translation>
            <numerusform>Fit %Ln face by %1</numerusform>
            <numerusform>Fit %Ln faces by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped; the network placed the points of %Ln face(s).</source>
        <translation>
            <numerusform>Stopped; the network placed the points of %Ln face.</numerusform>
            <numerusform>Stopped; the network placed the points of %Ln faces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network placed the points of %Ln face(s).</source>
        <translation>
            <numerusform>The network placed the points of %Ln face.</numerusform>
            <numerusform>The network placed the points of %Ln faces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) could not be read: %1</source>
        <translation>
            <numerusform>%Ln face could not be read: %1</numerusform>
            <numerusform>%Ln faces could not be read: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln face(s) with %1.</source>
        <translation>
            <numerusform>Compared %Ln face with %1.</numerusform>
            <numerusform>Compared %Ln faces with %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::NetworkTable</name>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1, %n thread</numerusform>
            <numerusform>%1, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::PhotoLive</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n face</numerusform>
            <numerusform>%n faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful stretch(es)</source>
        <translation>
            <numerusform>%Ln doubtful stretch</numerusform>
            <numerusform>%Ln doubtful stretches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::PhotoSaveDialog</name>
    <message numerus="yes">
        <source>%Ln photograph(s) without results were left out.</source>
        <translation>
            <numerusform>%Ln photograph without results was left out.</numerusform>
            <numerusform>%Ln photographs without results were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) are looked at frame by frame while they are saved.</source>
        <translation>
            <numerusform>%Ln video is looked at frame by frame while it is saved.</numerusform>
            <numerusform>%Ln videos are looked at frame by frame while they are saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::Photographs</name>
    <message numerus="yes">
        <source>%Ln file(s) are neither photographs nor videos and were left out.</source>
        <translation>
            <numerusform>%Ln file is neither a photograph nor a video and was left out.</numerusform>
            <numerusform>%Ln files are neither photographs nor videos and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln photograph(s) out of the list; their files stay.</source>
        <translation>
            <numerusform>Took %Ln photograph out of the list; its file stays.</numerusform>
            <numerusform>Took %Ln photographs out of the list; their files stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::PointEditor</name>
    <message numerus="yes">
        <source>%n points selected. Drag: move them. Handles: scale and turn.</source>
        <translation>
            <numerusform>%n point selected. Drag: move it. Handles: scale and turn.</numerusform>
            <numerusform>%n points selected. Drag: move them. Handles: scale and turn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::PresetBar</name>
    <message numerus="yes">
        <source>%n change(s) against the preset</source>
        <translation>
            <numerusform>%n change against the preset</numerusform>
            <numerusform>%n changes against the preset</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::RunExportMenu</name>
    <message numerus="yes">
        <source>Copied to %1 and %Ln more, without where their data lie</source>
        <translation>
            <numerusform>Copied to %1 and %Ln more, without where their data lie</numerusform>
            <numerusform>Copied to %1 and %Ln more, without where their data lie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln runs to hand them on?</source>
        <translation>
            <numerusform>Copy %Ln run to hand it on?</numerusform>
            <numerusform>Copy %Ln runs to hand them on?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) of the faces in this report do not lie with the data set. The first is %1. Show them only if you know why its list names them, as everyone who gets the report will see them.</source>
        <translation>
            <numerusform>%Ln picture of the faces in this report does not lie with the data set: %1. Show it only if you know why its list names it, as everyone who gets the report will see it.</numerusform>
            <numerusform>%Ln pictures of the faces in this report do not lie with the data set. The first is %1. Show them only if you know why its list names them, as everyone who gets the report will see them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written to %1 and %Ln more</source>
        <translation>
            <numerusform>Written to %1 and %Ln more</numerusform>
            <numerusform>Written to %1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::RunSweep</name>
    <message numerus="yes">
        <source>%Ln more settings differ: filter the table to see fewer runs.</source>
        <translation>
            <numerusform>%Ln more setting differs: filter the table to see fewer runs.</numerusform>
            <numerusform>%Ln more settings differ: filter the table to see fewer runs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::RunsFilterBar</name>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln runs</source>
        <translation>
            <numerusform>%1 of %Ln run</numerusform>
            <numerusform>%1 of %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::RunsPage</name>
    <message numerus="yes">
        <source>%Ln runs cannot be read wholly.</source>
        <translation>
            <numerusform>%Ln run cannot be read wholly.</numerusform>
            <numerusform>%Ln runs cannot be read wholly.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs are in the trash</source>
        <translation>
            <numerusform>The run is in the trash</numerusform>
            <numerusform>%Ln runs are in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln runs to the trash?</source>
        <translation>
            <numerusform>Move %Ln run to the trash?</numerusform>
            <numerusform>Move %Ln runs to the trash?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::SampleListPanel</name>
    <message numerus="yes">
        <source>%1 of %Ln faces</source>
        <translation>
            <numerusform>%1 of %Ln face</numerusform>
            <numerusform>%1 of %Ln faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edited faces would move or go</source>
        <translation>
            <numerusform>%Ln edited face would move or go</numerusform>
            <numerusform>%Ln edited faces would move or go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy names</source>
        <translation>
            <numerusform>Copy name</numerusform>
            <numerusform>Copy names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy paths of the pictures</source>
        <translation>
            <numerusform>Copy path of the picture</numerusform>
            <numerusform>Copy paths of the pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::SaveDialogs</name>
    <message numerus="yes">
        <source>The last edit was made on %1; %n pictures were changed and not saved. Restoring is one step that can be undone.</source>
        <translation>
            <numerusform>The last edit was made on %1; %n picture was changed and not saved. Restoring is one step that can be undone.</numerusform>
            <numerusform>The last edit was made on %1; %n pictures were changed and not saved. Restoring is one step that can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken entries are left out.</source>
        <translation>
            <numerusform>%n broken entry is left out.</numerusform>
            <numerusform>%n broken entries are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::SchemeMenu</name>
    <message numerus="yes">
        <source>%1, %n points</source>
        <translation>
            <numerusform>%1, %n point</numerusform>
            <numerusform>%1, %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::TrainSetup</name>
    <message numerus="yes">
        <source>%n setting(s) must be changed before training</source>
        <translation>
            <numerusform>%n setting must be changed before training</numerusform>
            <numerusform>%n settings must be changed before training</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::TrainingControls</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::Trainings</name>
    <message numerus="yes">
        <source>Added to the queue: %n experiment(s)</source>
        <translation>
            <numerusform>Added to the queue: %n experiment</numerusform>
            <numerusform>Added to the queue: %n experiments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished %n epoch(s) in %1.</source>
        <translation>
            <numerusform>Finished %n epoch in %1.</numerusform>
            <numerusform>Finished %n epochs in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added to the queue: a search among %n experiment(s)</source>
        <translation>
            <numerusform>Added to the queue: a search among %n experiment</numerusform>
            <numerusform>Added to the queue: a search among %n experiments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::ProblemPanel</name>
    <message numerus="yes">
        <source>Mend %Ln faces</source>
        <translation>
            <numerusform>Mend %Ln face</numerusform>
            <numerusform>Mend %Ln faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mend all %Ln</source>
        <translation>
            <numerusform>Mend %Ln</numerusform>
            <numerusform>Mend all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) are no pictures and are left out, the first is %1</source>
        <translation>
            <numerusform>%Ln file is no picture and is left out: %1</numerusform>
            <numerusform>%Ln files are no pictures and are left out, the first is %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) do not lie with the data set. The first is %1. Copy them only if you know why its list names them.</source>
        <translation>
            <numerusform>%Ln picture does not lie with the data set: %1. Copy it only if you know why the list names it.</numerusform>
            <numerusform>%Ln pictures do not lie with the data set. The first is %1. Copy them only if you know why the list names them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::LayerEditor</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::RepeatsRow</name>
    <message numerus="yes">
        <source>%Ln persons</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln persons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rudolph::TrainingQueue</name>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fold(s)</source>
        <translation>
            <numerusform>%n fold</numerusform>
            <numerusform>%n folds</numerusform>
        </translation>
    </message>
</context>
<context>
        <name>rudolph::FindingReview</name>
        <message numerus="yes">
            <source>All findings were gone through; %Ln fixes were accepted.</source>
            <translation>
                <numerusform>All findings were gone through; %Ln fix was accepted.</numerusform>
                <numerusform>All findings were gone through; %Ln fixes were accepted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It is for %Ln faces at once.</source>
            <translation>
                <numerusform>It is for %Ln face at once.</numerusform>
                <numerusform>It is for %Ln faces at once.</numerusform>
            </translation>
        </message>
    </context>
</TS>
