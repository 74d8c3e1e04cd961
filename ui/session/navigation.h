#pragma once

#include <QObject>
#include <QString>

namespace rudolph {

/// The studio's pages, in the order of the rail.
enum class StudioPage { Data, Augment, Train, Runs, Cases, Photos };

/// The way from one page to another, without one knowing the other: a page says what the person
/// wants to see, the window turns to the page that shows it, and that page shows it. Main thread.
class Navigation : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void show(StudioPage page) { emit pageWanted(page); }
    /// The cases of a run.
    void showCases(const QString& run_folder) {
        emit casesWanted(run_folder);
        emit pageWanted(StudioPage::Cases);
    }
    /// The dialog that opens a folder of faces.
    void chooseFaces() {
        emit pageWanted(StudioPage::Data);
        emit facesWanted();
    }
    /// A face in the annotator: `data` is what to open, and `opening` is how (Dataset::opening).
    /// `for_cases`: the person comes from the cases of a run and wants to go back; then a face of
    /// this picture with that id will do that is open already, whatever it was opened from.
    void editFace(const QString& data, const QString& sample_id, const QString& image,
                  bool for_cases, const QString& opening = {}) {
        emit pageWanted(StudioPage::Data);
        emit faceWanted(data, sample_id, image, for_cases, opening);
    }
    /// The editor of landmark schemes: on the scheme of the open faces, or on an empty one.
    void editScheme(bool of_these_faces) { emit schemeWanted(of_these_faces); }
    /// The field of a setting of the experiment that is trained next, by its key.
    void showSetting(const QString& key) {
        emit pageWanted(StudioPage::Train);
        emit settingWanted(key);
    }
    /// What was done, in one line, for the status bar.
    void report(const QString& text) { emit reported(text); }

signals:
    void pageWanted(rudolph::StudioPage page);
    void casesWanted(const QString& run_folder);
    void facesWanted();
    void faceWanted(const QString& data, const QString& sample_id, const QString& image,
                    bool for_cases, const QString& opening);
    void settingWanted(const QString& key);
    void schemeWanted(bool of_these_faces);
    void reported(const QString& text);
};

}  // namespace rudolph
